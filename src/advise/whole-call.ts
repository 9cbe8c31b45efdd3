import { compile } from '../evaluate/index.ts'
import { parseArn } from '../iam/index.ts'
import {
  type CallNeed,
  hasIdOfOther,
  passedRolesOf,
  passedToService,
  roleNamed,
  type WholeCallRow,
  wholeCallsOf,
} from '../reference/index.ts'
import { dataText, messagesOf, type Text, write } from '../words/index.ts'
import {
  allowsRole,
  allowsSomeOf,
  anyNamed,
  isAllowedConditionally,
  isOneOfRoles,
  isSameOrWider,
} from './allowed-already.ts'
import { callAround } from './call-around.ts'
import { documentsOf } from './call-documents.ts'
import { deploymentNeeds } from './deploy-tool.ts'
import type { Dependent } from './diagnosis.ts'
import { sharedCondition } from './fixes/shared-condition.ts'
import { functionJob } from './function-role.ts'
import { shownActions } from './further-check.ts'
import { isOfPurpose } from './image-purpose.ts'
import { fillings, neededTemplates, requiredTypes, resourceFor, takenBy, templateOf } from './needed-resource.ts'
import type { Asked, Evaluated } from './situation.ts'
import { fillTemplate, formsOf, takesTemplate } from './stand-in.ts'
import { terraformState } from './terraform-state.ts'
import { toolsIn } from './tools-in.ts'

const told = messagesOf('whole-call', {
  messageNames: 'the message names it, too',
  toolNeeds: 'the same tool calls it, too, and the message doesn’t say which call failed',
  messageCanMean: 'the message can mean it, too',
  referencesSecret: 'the parameter leads to this secret, and Parameter Store reads it with the caller’s permissions',
  deniedToo: 'AWS denied it, too',
  roleNeeds: 'the role needs it too {{job}}',
  alsoChecksAgainst: 'AWS also checks it against the {{type}}',
  callHandsRole: 'if the call passes a role to the service',
  callSetsRole: 'if the call sets {{parameter}}: it passes this role to the service',
  firstTimeAccount: 'the first time in an account: the service then creates its service-linked role',
  readEncryptedKms: 'if the data that it reads is encrypted with your own KMS key',
  writtenEncryptedKms: 'if the data that it writes is encrypted with your own KMS key',
  passwordKeptSecrets: 'if Secrets Manager keeps the password',
  callSetsTags: 'if the call sets tags',
  lookUpNetwork: 'to look up the network that the call names',
  putIntoVpc: 'if it runs in a VPC',
  readsBucket: 'if it reads from a bucket',
  writesBucket: 'if it writes to a bucket',
  writesLogs: 'if it writes logs',
  callNamesParameter: 'if the call names a parameter instead of a value',
  doneWholeOrganization: 'if it’s for a whole organization',
  lookRoleWorks: 'to look up the role that it works with',
  serviceMakesChanges: 'if the service creates or changes a role for you',
  whenNeeded: '{{when}}: {{because}}',
  someUsesCall: 'for some uses of the call',
  ifPartOf: 'if this is part of {{call}}: {{reason}}',
  asPartOf: 'as part of {{call}}, {{reason}}',
})

/**
 * What else AWS checks for the same call, without what the policies allow already: AWS names one missing action at a time.
 * First what every such call needs, then what some need. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function wholeCall(situation: Evaluated): readonly Dependent[] {
  const { asked, policies, documents, given, reference } = situation
  // The policies allow the operation itself, and the fix has all that it needs of the key.
  if (situation.alsoChecked && asked.service === 'kms') return []
  const rows = wholeCallsOf(asked.action)
  const around = callAround(situation)
  const job = jobOf(situation)
  const all = [
    ...deniedTogether(situation),
    ...(job ?? [
      ...resourcesOf(situation, rows),
      ...rows.flatMap((row) => needsOf(row, situation)),
      ...around.rows.flatMap((row) => needsAround(row, situation, around.isGuess)),
    ]),
    ...namedTogether(situation),
    ...referencedSecret(situation),
    ...terraformState(situation),
    ...deploymentNeeds(situation),
  ]
  const listed = job
    ? []
    : listedDependents(situation).filter(({ action }) => !all.some((each) => each.action === action))
  const shown = shownActions(asked.action, given.paste)
  const distinct = new Map<string, Dependent>()
  for (const found of [...all, ...listed]) {
    const each = shown.has(found.action) ? { ...found, isCertain: true } : found
    const key = `${each.action} ${each.resource} ${each.via ?? ''}`
    if (!distinct.has(key) || each.isCertain) distinct.set(key, each)
  }
  if (distinct.size === 0) return []
  const evaluator = compile([...policies, ...documents], given.facts, reference)
  const missing = [...distinct.values()].filter(
    ({ action, resource }) =>
      !hasIdOfOther(resource) &&
      !(action === asked.action && isSameOrWider(resource, asked.request.resource)) &&
      evaluator.decide({ ...asked.request, action, resource }) !== 'allowed' &&
      !(action === asked.action && allowsSomeOf(policies, action, resource)) &&
      !(
        action.startsWith(`${asked.service}:`) &&
        !isOneOfRoles(resource) &&
        allowsSomeOf(policies, action, anyNamed(resource))
      ) &&
      !isAllowedConditionally(policies, action, resource),
  )
  const kept = missing.map((each): Dependent => {
    const shared = sharedCondition(situation, each.action)
    return shared ? { ...each, condition: shared.condition } : each
  })
  return [...kept.filter(({ isCertain }) => isCertain), ...kept.filter(({ isCertain }) => !isCertain)]
}

/** The other actions that the service's sentence names as missing, word for word; those that a role can lack as well are to choose from. */
function namedTogether({ asked, denial, given, reference }: Evaluated): readonly Dependent[] {
  const { sentence } = denial
  if (!sentence || sentence.isOpen) return []
  const text = given.paste.slice(0, 20_000)
  const isOfRole = sentence.caller.kind === 'role'
  return sentence.actions
    .filter((action) => action !== asked.action && (isOfRole || text.includes(action)))
    .flatMap((action) =>
      templateOf(action, reference).map((template) => ({
        action,
        resource: resourceFor(action, template, asked, reference),
        reason: told(text.includes(action) ? 'messageNames' : sentence.needsAll ? 'toolNeeds' : 'messageCanMean'),
        isCertain: sentence.needsAll === true || text.includes(action),
        passedTo: undefined,
        via: undefined,
      })),
    )
}

/** A parameter below this path is a secret. https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html */
const secretPath = /^(arn:[\w-]+):ssm:([^:]*:[^:]*):parameter\/aws\/reference\/secretsmanager\/([^*?]+)$/

function referencedSecret({ asked }: Evaluated): readonly Dependent[] {
  const [, start, place, name] = /^ssm:GetParameters?$/.test(asked.action)
    ? (secretPath.exec(asked.request.resource) ?? [])
    : []
  if (name === undefined) return []
  return [
    {
      action: 'secretsmanager:GetSecretValue',
      resource: `${start}:secretsmanager:${place}:secret:${name}-??????`,
      reason: told('referencesSecret'),
      isCertain: true,
      passedTo: undefined,
      via: undefined,
    },
  ]
}

/** The other resources on which the same call was denied, and the other calls of the paste that were, for the reader to choose. */
const deniedTogether = ({ asked, alsoDenied }: Evaluated): readonly Dependent[] =>
  alsoDenied
    .filter(({ resource }) => parseArn(resource))
    .map(({ action, resource }) => ({
      action: action ?? asked.action,
      resource,
      reason: told('deniedToo'),
      isCertain: action === undefined,
      passedTo: undefined,
      via: undefined,
    }))

/** What a service's role needs for the same job, instead of for the same call: Lambda reads a queue with three actions. */
function jobOf({ asked, denial }: Evaluated): readonly Dependent[] | undefined {
  const need = asked.callerInWords === undefined ? undefined : functionJob(asked.action, denial)
  if (!need) return undefined
  const others = [need.action, ...need.also].filter((action) => action !== asked.action)
  return others.map((action) => ({
    action,
    resource: asked.request.resource,
    reason: told('roleNeeds', { job: dataText(need.job) }),
    isCertain: true,
    passedTo: undefined,
    via: undefined,
  }))
}

/** The other types of resources that AWS checks the same action against. */
function resourcesOf(situation: Evaluated, rows: readonly WholeCallRow[]): readonly Dependent[] {
  const { asked, alsoDenied, reference } = situation
  const service = reference?.services.get(asked.service)
  if (!service || !asked.takesArn || !parseArn(asked.request.resource)) return []
  const types = rows.length > 0 ? rows.flatMap((row) => row.types) : checkedTypes(asked)
  const onOthers = alsoDenied.flatMap(({ action, resource }) => (action === undefined ? [resource] : []))
  const isNamed = (arn: string): boolean =>
    [asked.request.resource, ...onOthers].some((named) => takesTemplate(arn, named))
  const known = fillings(asked, reference)
  const knownHoles = (form: string): number =>
    [...known.names.keys()].filter((hole) => form.includes(`\${${hole}}`)).length
  return types.flatMap(({ type, when }) => {
    const forms = formsOf(type, service)
    // Of two forms, the one that the denied ARN's names fill: the alias of "bot/${BotId}" is "bot-alias/${BotId}/…".
    const [form] = forms.toSorted((a, b) => knownHoles(b) - knownHoles(a))
    if (form === undefined || forms.some(isNamed)) return []
    const every = fillTemplate(form, { ...known, everyName: true })
    const isDocument = asked.service === 'ssm' && type === 'document'
    return (isDocument ? documentsOf(every, situation) : [every]).map((resource) => ({
      action: asked.action,
      resource,
      named: fillTemplate(form, known),
      reason:
        when === undefined || isAlwaysNamed(situation, type)
          ? told('alsoChecksAgainst', { type: type.replaceAll('-', ' ') })
          : dataText(when),
      isCertain: when === undefined || isAlwaysNamed(situation, type),
      passedTo: undefined,
      via: undefined,
    }))
  })
}

/** Where the ARN that was denied fits none of them, nothing is known. */
const checkedTypes = ({ service, known }: Asked): readonly { readonly type: string; readonly when?: string }[] =>
  requiredTypes(service, known).map((type) => ({ type }))

/** A build project in a VPC always names security groups. https://docs.aws.amazon.com/codebuild/latest/APIReference/API_VpcConfig.html */
const isAlwaysNamed = ({ denial }: Evaluated, type: string): boolean =>
  denial.sentence?.id === 'cb-vpc' && type === 'security-group'

function needsOf(row: WholeCallRow, situation: Evaluated): readonly Dependent[] {
  const { asked, given, reference } = situation
  const tools = toolsIn(given.paste)
  const isMade = ({ tools: by }: CallNeed): boolean => by === undefined || by.split(' ').some((tool) => tools.has(tool))
  const needs = row.needs.filter((need) => isMade(need) && isOfPurpose(need, given.paste))
  return needs.flatMap((need) =>
    need.actions.split(' ').flatMap((action) => {
      if (action === 'iam:PassRole' && passedRolesOf(row.action).length > 0) return rolesOf(row, need, situation)
      const passedTo =
        action === 'iam:PassRole' ? (need.passedTo ?? row.passedTo ?? passedToService(row.action)) : undefined
      const same = { action, reason: reasonOf(need), isCertain: need.when === undefined, passedTo, via: need.via }
      const templates =
        need.on === undefined
          ? neededTemplates(action, row.action, asked, reference)
          : takenBy(action, need.on.split(' '), reference)
      return templates.map((template) => ({ ...same, resource: resourceFor(action, template, asked, reference) }))
    }),
  )
}

/** Of a call that passes several roles: those that this note is about, without the denied one, and without what the policies allow to pass. */
function rolesOf(row: WholeCallRow, need: CallNeed, situation: Evaluated): readonly Dependent[] {
  const { asked, reference } = situation
  const isDenied = asked.action === 'iam:PassRole'
  const denied = isDenied ? roleNamed(passedRolesOf(row.action), asked.request.resource)?.template : undefined
  const templates = (need.on ?? '')
    .split(' ')
    .filter((each) => each !== denied && !allowsRole(situation, row.action, each))
  const known = { ...fillings(asked, reference), names: undefined }
  return templates.map((template) => ({
    action: 'iam:PassRole',
    resource: fillTemplate(template, known),
    reason: reasonOf(need),
    // AWS names one role at a time, and which of them the call passes isn't known.
    isCertain: need.when === undefined && !isDenied,
    passedTo: need.passedTo ?? row.passedTo,
    via: undefined,
  }))
}

/** What the call around needs. Where that call is a guess, the reader chooses. */
const needsAround = (row: WholeCallRow, situation: Evaluated, isGuess: boolean): readonly Dependent[] =>
  needsOf(row, situation).map((need) =>
    isGuess ? { ...need, isCertain: false, reason: partOf(row.action, need.reason) } : need,
  )

/** A reason that has a condition of its own doesn't get a second "if". */
const partOf = (call: string, reason: Text): Text =>
  told(/^if\b/i.test(write(reason)) ? 'asPartOf' : 'ifPartOf', { call, reason })

const reasonOf = ({ when, because }: CallNeed): Text =>
  when === undefined ? dataText(because) : told('whenNeeded', { when: dataText(when), because: dataText(because) })

/** What AWS’s reference lists in addition, and the role in a parameter. The reference doesn’t say when each is needed: the reasons are ours. */
function listedDependents({ asked, reference }: Evaluated): readonly Dependent[] {
  const { dependentActions = [], roleParameter } = asked.known ?? {}
  const passing = roleParameter === undefined ? [] : ['iam:PassRole']
  return [...new Set([...dependentActions, ...passing])].flatMap((action) => {
    const passes = action === 'iam:PassRole'
    const reason =
      passes && roleParameter !== undefined ? told('callSetsRole', { parameter: roleParameter }) : reasonFor(action)
    const passedTo = passes ? passedToService(asked.action) : undefined
    const same = { action, reason, isCertain: false, passedTo, via: undefined }
    return neededTemplates(action, asked.action, asked, reference).map((template) => ({
      ...same,
      resource: resourceFor(action, template, asked, reference),
    }))
  })
}

/** The first whose pattern fits. */
const reasons: readonly (readonly [action: RegExp, reason: Text])[] = [
  [/^iam:PassRole$/, told('callHandsRole')],
  [/^iam:CreateServiceLinkedRole$/, told('firstTimeAccount')],
  [/^kms:(Decrypt|DescribeKey)$/, told('readEncryptedKms')],
  [/^kms:/, told('writtenEncryptedKms')],
  [/^secretsmanager:/, told('passwordKeptSecrets')],
  [/:(TagResource|CreateTags|AddTags|AddTagsToResource|TagRole)$/, told('callSetsTags')],
  [/^ec2:Describe/, told('lookUpNetwork')],
  [/^ec2:.*(NetworkInterface|SecurityGroup|VpcEndpoint)/, told('putIntoVpc')],
  [/^s3:(Get|List)/, told('readsBucket')],
  [/^s3:/, told('writesBucket')],
  [/^logs:/, told('writesLogs')],
  [/^ssm:GetParameter/, told('callNamesParameter')],
  [/^organizations:/, told('doneWholeOrganization')],
  [/^iam:(Get|List)/, told('lookRoleWorks')],
  [/^iam:/, told('serviceMakesChanges')],
]

const reasonFor = (action: string): Text =>
  reasons.find(([pattern]) => pattern.test(action))?.[1] ?? told('someUsesCall')
