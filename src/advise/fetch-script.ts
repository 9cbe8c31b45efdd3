import {
  type FetchableType,
  isFetchable,
  type PolicyType,
  policyTypeNames,
  policyTypes,
  type Traits,
  traits,
} from '../iam/index.ts'
import type { FetchScript } from './diagnosis.ts'
import { fetchCommand } from './fetch-command.ts'
import { fetchPlace } from './fetch-place.ts'
import { showManaged } from './places/fetch-lines.ts'
import { hasGiven, type Situation } from './situation.ts'

/** The caller's own, then the organization's, then the resource's. */
const order: readonly Traits['attachedTo'][] = ['caller', 'organization', 'resource', 'network']
const place = (type: PolicyType): number => order.indexOf(traits[type].attachedTo)
const fetchable = policyTypes.filter(isFetchable).toSorted((a, b) => place(a) - place(b))

/** One for each layer that was not given and that commands can fetch. */
export const fetchScripts = (situation: Situation): readonly FetchScript[] =>
  partsOf(situation).map((part) => ({ ...part, script: asOne([part]) }))

/** The same for all layers together; undefined where none is missing. */
export function fetchScript(situation: Situation): string | undefined {
  const parts = partsOf(situation)
  return parts.length === 0 ? undefined : asOne(parts)
}

const partsOf = (situation: Situation): readonly FetchScript[] =>
  fetchable
    .filter((type) => !hasGiven(situation, type) && concerns(type, situation))
    .flatMap((policyType) => {
      const script = scriptOf(policyType, situation)
      return script === undefined ? [] : [{ policyType, script }]
    })

const asOne = (parts: readonly FetchScript[]): string =>
  [
    '# Reads only. Paste everything that it prints into the checker.',
    ...(parts.some(({ script }) => script.includes('show "$')) ? showManaged : []),
    ...parts.map(({ script }) => script),
  ].join('\n')

const concerns = (type: FetchableType, { asked }: Situation): boolean => {
  if (!asked) return false
  const isAssuming = asked.service === 'sts'
  if (type === 'trust') return isAssuming
  if (type === 'resource') return !isAssuming
  return true
}

/** The commands of the place, with the name in them. */
function scriptOf(type: FetchableType, { asked, stated }: Situation): string | undefined {
  const { place, name = '' } = fetchPlace(type, asked) ?? {}
  if (place?.script) return place.script.join('\n').replaceAll('{}', name)
  const command = fetchCommand(type, asked, stated)
  return command && `echo "# ${policyTypeNames[type]}"\n${command}`
}
