import { computed, type ReadonlySignal, useSignal } from '@preact/signals'
import { Fragment, type JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Delivery, Dependent, Fix, Opens } from '../../advise/index.ts'
import { decisionWords } from '../../controls/decision-words.ts'
import { Fold } from '../../controls/Fold.tsx'
import { Icon } from '../../controls/Icon.tsx'
import { hanging } from '../../controls/indentation.ts'
import { JsonLine } from '../../controls/JsonLine.tsx'
import { inLines, lineDiff } from '../../controls/line-diff.ts'
import { Prose } from '../../controls/Prose.tsx'
import type { Verdict } from '../../evaluate/index.ts'
import { policyTypeNames } from '../../iam/index.ts'
import type { ComparisonCase } from '../../session/comparison.ts'
import { gateName, type NeedsTogether, narrowerSentence, needsTogether, opensSentence } from '../../words/index.ts'
import { comparisonOfFixes } from '../compare-fixes.ts'
import type { ChosenFix } from '../fix-options.ts'
import { standingPolicies } from '../state.ts'
import type { Answered, Store } from '../store.ts'
import { ownerWords } from '../words.ts'
import { CompareFix } from './CompareFix.tsx'
import { CopiedFor, CopyFix } from './CopyFix.tsx'

interface Props {
  readonly store: Store
  readonly answered: Answered
  readonly fixes: readonly Fix[]
  readonly otherWay: Fix | undefined
}

/** The changes that help, in their order, each with the proof; and another way, where there is one. */
export function Fixes({ store, answered, fixes, otherWay }: Props): JSX.Element {
  const nameOf = ({ policyIndex }: Fix): string | undefined =>
    policyIndex === undefined ? undefined : standingPolicies(answered.bench)[policyIndex]?.name
  const applier =
    (before: readonly Fix[]): FixProps['onApply'] =>
    (fix) =>
      store.send({ is: 'applied', fixes: [...before, fix] })
  const { action } = answered.answer.diagnosis.request ?? {}
  const isCurrent = useMemo(
    () => computed(() => store.answered.value === answered && store.bench.value === answered.bench),
    [store, answered],
  )
  const { opens } = store
  return (
    <section aria-labelledby="wd-fixes" class="wd-panel">
      <h3 class={fixes.length > 1 ? 'wd-h' : 'sr-only'} id="wd-fixes">
        {fixes.length > 1 ? `Suggested fix: ${fixes.length} changes` : 'Suggested fix'}
      </h3>
      {fixes.map((fix, i) => (
        <FixCard
          key={`${i} ${fix.policyType} ${fix.policyIndex} ${action}`}
          fix={fix}
          place={fixes.length > 1 ? i + 1 : undefined}
          opens={opens.value[i]}
          name={nameOf(fix)}
          action={action ?? ''}
          isCurrent={isCurrent}
          onApply={applier(fixes.slice(0, i))}
          comparison={(fix) => comparisonOfFixes(answered, [...fixes.slice(0, i), fix])}
        />
      ))}
      {otherWay && (
        <Fold
          class="wd-other-way"
          summary={
            <>
              Alternative, with its trade-off: <Prose text={otherWay.title} />
            </>
          }
        >
          <FixCard
            fix={otherWay}
            place={undefined}
            opens={undefined}
            name={nameOf(otherWay)}
            action={action ?? ''}
            isCurrent={isCurrent}
            onApply={applier([])}
            comparison={(fix) => comparisonOfFixes(answered, [fix])}
          />
        </Fold>
      )}
    </section>
  )
}

interface FixProps {
  readonly fix: Fix
  readonly place: number | undefined
  /** Undefined until it is worked out. */
  readonly opens: Opens | undefined
  readonly name: string | undefined
  /** The denied action. */
  readonly action: string
  /** True while the answer matches the current input. It's a signal, so that a keystroke doesn't render the whole card again. */
  readonly isCurrent: ReadonlySignal<boolean>
  readonly onApply: (fix: Fix) => void
  /** The policies before and after the fix. */
  readonly comparison: (fix: Fix) => ComparisonCase | undefined
}

function FixCard({ fix, place, opens, name, action, isCurrent, onApply, comparison }: FixProps): JSX.Element {
  const { title, owner, policyType, before, note, included, options } = fix
  const chosen = useSignal<ReadonlySet<Dependent>>(new Set())
  const changed = useSignal<ChosenFix | undefined>(undefined)
  const copiedFor = useSignal<Delivery['tool'] | undefined>(undefined)
  const { after, deliveries } = changed.value ?? fix
  const copied = deliveries.find(({ tool }) => tool === copiedFor.value)
  const choose = async (set: ReadonlySet<Dependent>): Promise<void> => {
    chosen.value = set
    const picked = options.filter((option) => set.has(option))
    const { fixWith } = await import('../fix-options.ts')
    // Another tick may have come while this one loaded.
    if (chosen.value === set) changed.value = picked.length > 0 ? fixWith(fix, action, picked) : undefined
  }
  const where = name === undefined ? `A new ${policyTypeNames[policyType]}` : `In “${name}”`
  const isInTitle = title.includes(name ?? policyTypeNames[policyType])
  return (
    <article class="wd-fix" data-fix={policyType}>
      <h4 class="wd-h">
        {place !== undefined && `${place}. `}
        <Prose text={title} />
      </h4>
      <p class="wd-hint wd-fix-where">
        {!isInTitle && `${where}. `}For {ownerWords[owner]}.
      </p>
      {fix.risk !== undefined && (
        <p class="wd-note" data-risk>
          <strong>Think twice.</strong> <Prose text={fix.risk} />
        </p>
      )}
      <Difference before={before} after={after} />
      <div class="wd-row">
        <ApplyButton place={place} isCurrent={isCurrent} onApply={() => onApply({ ...fix, after })} />
        <CopyFix document={after} deliveries={deliveries} tool={copiedFor} />
        {!fix.hasPlaceholder && <CompareFix comparison={() => comparison({ ...fix, after })} />}
      </div>
      {copied && <CopiedFor {...copied} />}
      {fix.hasPlaceholder ? (
        <p>Replace the {'<PLACEHOLDERS>'}, then check again: nothing is proved for them.</p>
      ) : (
        <ProofLine before={fix.proof.before} after={fix.proof.after} onlyIf={fix.onlyIf} />
      )}
      {opens && <OpensLine opens={opens} isCurrent={isCurrent} onNarrow={(text) => onApply({ ...fix, after: text })} />}
      <p>
        <Prose text={note} />
      </p>
      {included.length > 0 && <Included included={included} />}
      {options.length > 0 && <Options options={options} chosen={chosen.value} onChange={(set) => void choose(set)} />}
      {included.length + options.length > 0 && !fix.hasPlaceholder && (
        <p class="wd-hint">The {'<PLACEHOLDERS>'} are for you to fill in.</p>
      )}
    </article>
  )
}

/** What the change opens, and the narrower change where there is one. */
function OpensLine(props: {
  readonly opens: Opens
  readonly isCurrent: ReadonlySignal<boolean>
  readonly onNarrow: (text: string) => void
}): JSX.Element {
  const { opens, isCurrent, onNarrow } = props
  const narrower = opens.is === 'more' ? opens.narrower : undefined
  return (
    <div data-opens={opens.is}>
      <p class={opens.is === 'more' ? 'wd-note' : undefined}>{opensSentence(opens)}</p>
      {narrower && (
        <div class="wd-note">
          <p>{narrowerSentence(narrower)}</p>
          <button type="button" class="wd-button" disabled={!isCurrent.value} onClick={() => onNarrow(narrower.text)}>
            {narrower.isCallAlone
              ? 'Apply a narrower change that opens this call alone'
              : 'Apply a narrower change that opens less'}
          </button>
        </div>
      )}
    </div>
  )
}

function ApplyButton({
  place = 1,
  isCurrent,
  onApply,
}: Pick<FixProps, 'isCurrent'> & { readonly place: number | undefined; readonly onApply: () => void }): JSX.Element {
  return (
    <button type="button" class="wd-button wd-primary" data-press="apply" disabled={!isCurrent.value} onClick={onApply}>
      <Icon name="yes" />
      {place > 1 ? `Apply changes 1 to ${place} here` : 'Apply it here'}
    </button>
  )
}

/** What every such call needs: part of the change, with a line for each reason. */
const Included = ({ included }: { readonly included: readonly Dependent[] }): JSX.Element => (
  <div class="wd-wider">
    <p>AWS names one missing permission at a time. This change includes what every such call needs:</p>
    <ul>
      {needsTogether(included).map((together) => (
        <li key={keyOf(together)}>
          <Needs {...together} />
        </li>
      ))}
    </ul>
  </div>
)

type Together = NeedsTogether<Dependent>

const keyOf = ({ needs }: Together): string => needs.map(({ action, resource }) => `${action} ${resource}`).join()

/** Actions on some resources for one reason. */
const Needs = ({ actions, resources, reason }: Together): JSX.Element => (
  <>
    <Codes texts={actions} /> on <Codes texts={resources} />: {reason}
  </>
)

const Codes = ({ texts }: { readonly texts: readonly string[] }): JSX.Element => (
  <>
    {texts.map((text, i) => (
      <Fragment key={text}>
        {i > 0 && ', '}
        <code class="wd-code">{text}</code>
      </Fragment>
    ))}
  </>
)

/** What some such calls need: the reader knows which apply. */
function Options(props: {
  readonly options: readonly Dependent[]
  readonly chosen: ReadonlySet<Dependent>
  readonly onChange: (chosen: ReadonlySet<Dependent>) => void
}): JSX.Element {
  const { options, chosen, onChange } = props
  const change = ({ needs }: Together, isOn: boolean): void =>
    onChange(new Set(isOn ? [...chosen, ...needs] : [...chosen].filter((each) => !needs.includes(each))))
  return (
    <fieldset class="wd-wider">
      <legend>Also allow what applies to your call:</legend>
      {needsTogether(options).map((together) => (
        <label key={keyOf(together)} class="wd-check">
          <input
            type="checkbox"
            checked={together.needs.every((need) => chosen.has(need))}
            onChange={(event) => change(together, event.currentTarget.checked)}
          />
          <span>
            <Needs {...together} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Before and after, line by line, told apart by marks and words, not by colour alone. */
function Difference({ before, after }: { readonly before: string; readonly after: string }): JSX.Element {
  const lines = useMemo(() => lineDiff(...inLines(before, after)), [before, after])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long change scrolls, and a keyboard must be able to scroll it
    <pre class="wd-diff" tabIndex={0}>
      {lines.map((line, i) =>
        line.is === 'gap' ? (
          <span key={i} class="wd-diff-gap">
            {`… ${line.count} unchanged ${line.count === 1 ? 'line' : 'lines'}\n`}
          </span>
        ) : (
          <Line key={i} is={line.is} text={line.text} />
        ),
      )}
    </pre>
  )
}

const lineMarks = { same: '  ', added: '+ ', removed: '− ' } as const

function Line({ is, text }: { readonly is: keyof typeof lineMarks; readonly text: string }): JSX.Element {
  const content = (
    <>
      {lineMarks[is]}
      <JsonLine text={text} />
      {'\n'}
    </>
  )
  const line = { class: 'wd-diff-line', style: hanging(text) }
  if (is === 'added') return <ins {...line}>{content}</ins>
  if (is === 'removed') return <del {...line}>{content}</del>
  return <span {...line}>{content}</span>
}

/** The same request, evaluated again with the change in place. */
function ProofLine(props: {
  readonly before: Verdict
  readonly after: Verdict
  readonly onlyIf: string | undefined
}): JSX.Element {
  const { before, after, onlyIf } = props
  const still = after.decision === 'allowed' ? [] : after.gates.filter(({ blocks }) => blocks)
  return (
    <div class="wd-proof" data-before={before.decision} data-after={after.decision}>
      <p>
        {onlyIf === undefined ? (
          <strong>Proof.</strong>
        ) : (
          <strong>Not proved, because it assumes that {onlyIf}.</strong>
        )}{' '}
        The same request, evaluated with this change in place: <Word verdict={before} />
        <span aria-hidden="true"> → </span>
        <span class="sr-only"> becomes </span>
        <Word verdict={after} />
      </p>
      {still.length > 0 && <p>Still in the way: {still.map((gate) => gateName(gate)).join(', ')}.</p>}
    </div>
  )
}

function Word({ verdict: { decision } }: { readonly verdict: Verdict }): JSX.Element {
  const { word, icon } = decisionWords[decision]
  return (
    <span class="wd-outcome-result" data-decision={decision}>
      <Icon name={icon} />
      {word}
    </span>
  )
}
