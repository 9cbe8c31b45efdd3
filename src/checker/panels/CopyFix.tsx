import { type Signal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Delivery } from '../../advise/index.ts'
import { CodeLines } from '../../controls/CodeLines.tsx'
import { copyText } from '../../controls/copy-text.ts'
import { Icon } from '../../controls/Icon.tsx'
import { Menu } from '../../controls/Menu.tsx'

interface Props {
  /** The new document as JSON. */
  readonly document: string
  /** The document in the forms of the tools that people use. */
  readonly deliveries: readonly Delivery[]
  /** The tool whose form was copied last; FixCard shows it. */
  readonly tool: Signal<Delivery['tool'] | undefined>
}

/** Copies the new document: as JSON with one click, and in the form of a tool with two. */
export function CopyFix({ document, deliveries, tool }: Props): JSX.Element {
  const outcome = useSignal('')
  const copy = async (text: string, of: Delivery['tool'] | undefined): Promise<void> => {
    tool.value = of
    outcome.value = await copyText(text)
  }
  const choose = (index: number): void => {
    const chosen = deliveries[index - 1]
    void copy(chosen?.text ?? document, chosen?.tool)
  }
  return (
    <span class="wd-copy" onFocusOut={() => (outcome.value = '')}>
      <span class="wd-split">
        <button
          type="button"
          class="wd-button"
          data-press="copy-fix"
          aria-label="Copy the new policy"
          onClick={() => void copy(document, undefined)}
        >
          <Icon name="copy" />
          Copy
        </button>
        {deliveries.length > 0 && (
          <Menu label="Copy as …" items={['JSON', ...deliveries.map((each) => each.tool)]} onChoose={choose} />
        )}
      </span>
      <span class="wd-outcome" role="status">
        {outcome}
      </span>
    </span>
  )
}

/** What was copied for a tool, to read before it's run. */
export const CopiedFor = ({ tool, text }: Delivery): JSX.Element => (
  <div class="wd-copied">
    <p class="wd-hint">
      For {tool}. Fill in the {'<PLACEHOLDERS>'}, and check what you replace before you run it.
    </p>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and a keyboard must be able to scroll it */}
    <pre class="wd-quote" tabIndex={0}>
      <CodeLines text={text} />
    </pre>
  </div>
)
