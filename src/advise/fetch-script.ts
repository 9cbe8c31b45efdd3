import {
  type FetchableType,
  isFetchable,
  type PolicyType,
  policyTypeNames,
  policyTypes,
  type Traits,
  traits,
} from '../iam/index.ts'
import { inTurn, messagesOf, type Text } from '../words/index.ts'
import type { FetchScript } from './diagnosis.ts'
import { fetchCommand } from './fetch-command.ts'
import { fetchPlace } from './fetch-place.ts'
import { showManaged } from './places/fetch-lines.ts'
import { withName } from './places.ts'
import { hasGiven, type Situation } from './situation.ts'

const told = messagesOf('fetch-script', {
  readsOnly: '# Reads only. Paste everything that it prints into the checker.',
})

/** The caller's own, then the organization's, then the resource's. */
const order: readonly Traits['attachedTo'][] = ['caller', 'organization', 'resource', 'network']
const place = (type: PolicyType): number => order.indexOf(traits[type].attachedTo)
const fetchable = policyTypes.filter(isFetchable).toSorted((a, b) => place(a) - place(b))

/** One for each layer that was not given and that commands can fetch. */
export const fetchScripts = (situation: Situation): readonly FetchScript[] =>
  partsOf(situation).map((part) => ({ policyType: part.policyType, script: asOne([part]) }))

/** The same for all layers together; undefined where none is missing. */
export function fetchScript(situation: Situation): Text | undefined {
  const parts = partsOf(situation)
  return parts.length === 0 ? undefined : asOne(parts)
}

/** The commands for one layer. */
interface Part {
  readonly policyType: PolicyType
  readonly lines: readonly Text[]
}

const partsOf = (situation: Situation): readonly Part[] =>
  fetchable
    .filter((type) => !hasGiven(situation, type) && concerns(type, situation))
    .flatMap((policyType) => {
      const lines = linesOf(policyType, situation)
      return lines === undefined ? [] : [{ policyType, lines }]
    })

const asOne = (parts: readonly Part[]): Text =>
  inTurn(
    [
      told('readsOnly'),
      ...(parts.some(({ lines }) => lines.some((line) => typeof line === 'string' && line.includes('show "$')))
        ? showManaged
        : []),
      ...parts.flatMap(({ lines }) => lines),
    ],
    '\n',
  )

const concerns = (type: FetchableType, { asked }: Situation): boolean => {
  if (!asked) return false
  const isAssuming = asked.service === 'sts'
  if (type === 'trust') return isAssuming
  if (type === 'resource') return !isAssuming
  return true
}

/** The commands of the place, with the name in them. */
function linesOf(type: FetchableType, { asked, stated }: Situation): readonly Text[] | undefined {
  const found = fetchPlace(type, asked)
  if (found?.place.script) return found.place.script.map((line) => withName(line, found))
  const command = fetchCommand(type, asked, stated)
  return command === undefined ? undefined : [`echo "# ${policyTypeNames[type]}"`, command]
}
