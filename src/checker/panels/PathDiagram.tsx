import type { JSX } from 'preact'
import { Icon } from '../../controls/Icon.tsx'
import type { GateKind, GateResult, Verdict } from '../../evaluate/index.ts'
import { policyTypes } from '../../iam/index.ts'
import { gateName } from '../../words/index.ts'
import { gateSaying, shortTypeName } from '../words.ts'

/** Who keeps a gate: the boxes of the diagram, from the outside in. */
type Keeper = 'aws' | 'organization' | 'account'

const keepers: Readonly<Partial<Record<GateKind, Keeper>>> = { aws: 'aws', scp: 'organization', rcp: 'organization' }

const keeperOf = ({ kind }: GateResult): Keeper => keepers[kind] ?? 'account'

/** The gates as nested boxes: AWS's own rules outside, then the organization's, and the account's inside. */
export function PathDiagram({ verdict: { gates, decision } }: { readonly verdict: Verdict }): JSX.Element {
  const stop = decision === 'allowed' ? undefined : gates.find(({ blocks }) => blocks)
  const of = (keeper: Keeper): readonly GateResult[] => gates.filter((gate) => keeperOf(gate) === keeper)
  const chips = (list: readonly GateResult[]): JSX.Element => (
    <ul class="wd-path-gates">
      {list.map((gate) => (
        <Chip key={`${gate.kind} ${gate.level ?? ''} ${gate.rule?.code ?? ''}`} gate={gate} isStop={gate === stop} />
      ))}
    </ul>
  )
  const account = (
    <div class="wd-path-box">
      <p>Account</p>
      {chips(of('account'))}
    </div>
  )
  const organization = of('organization')
  return (
    <div
      class="wd-path"
      role="img"
      aria-label="The gates, in the organization and in the account. The list below has them in order."
    >
      {of('aws').length > 0 && chips(of('aws'))}
      {organization.length > 0 ? (
        <div class="wd-path-box">
          <p>Organization</p>
          {chips(organization)}
          {account}
        </div>
      ) : (
        account
      )}
    </div>
  )
}

/** Policies by their short names, with the level of an SCP or RCP. */
const nameOf = (gate: GateResult): string => {
  const type = policyTypes.find((each) => each === gate.kind)
  return type ? [shortTypeName(type), gate.level].join(' ').trim() : gateName(gate)
}

function Chip({ gate, isStop }: { readonly gate: GateResult; readonly isStop: boolean }): JSX.Element {
  const { icon, word } = gateSaying(gate)
  return (
    <li
      class="wd-path-gate"
      data-state={gate.state}
      data-blocks={gate.blocks}
      data-stop={isStop ? 'true' : undefined}
      title={word}
    >
      <Icon name={icon} />
      {nameOf(gate)}
    </li>
  )
}
