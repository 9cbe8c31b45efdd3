import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Reach, ReachNode } from '../account/index.ts'
import type { Place, View } from './layout.ts'
import type { OpenedFiles } from './messages.ts'
import { indexOfNamed } from './named.ts'
import type { Store } from './store.ts'

interface Props {
  readonly store: Store
  readonly opened: OpenedFiles
  /** The ARN or name that the address asks about; "" for the whole account. */
  readonly asked: string
  readonly onCenter: (principal: string) => void
}

interface Drawn {
  readonly reach: Reach
  readonly places: ReadonlyMap<string, Place>
  readonly center: string | undefined
}

/** What a screen reader says. It has what is seen, so that people who speak their commands find it. */
const labelOf = (node: ReachNode): string =>
  `${node.kind} ${shortened(node)}${shortened(node) === node.name ? '' : `, ${node.name}`}`

/** The graph of groups and roles: the whole of a small account, or the neighbors of one node. Below it stands the same as text. */
export function ReachMap({ store, opened, asked, onCenter }: Props): JSX.Element {
  const typed = useSignal('')
  const drawn = useSignal<Drawn | undefined>(undefined)

  async function show(center: string | undefined): Promise<void> {
    const [reply, layout] = await Promise.all([
      store.ask({ ask: 'reach', center }, 'Finding out who can assume which role …'),
      import('./layout.ts'),
    ])
    if (reply?.ask === 'reach') drawn.value = { reach: reply.answer, places: layout.placesOf(reply.answer), center }
  }
  function choose(id: string): void {
    onCenter(id.startsWith('arn:') ? id : '')
    void show(id)
  }
  useEffect(() => {
    const at = indexOfNamed(opened, asked)
    void show(typeof at === 'string' ? undefined : opened.principals[at]?.arn)
  }, [opened])

  const current = drawn.value
  return (
    <div class="wd-account-panel">
      <form
        class="wd-account-question"
        onSubmit={(event) => {
          event.preventDefault()
          const wanted = typed.value.trim()
          const at = indexOfNamed(opened, wanted)
          if (typeof at === 'string') store.trouble.value = at
          else choose(opened.principals[at]?.arn ?? wanted)
        }}
      >
        <div class="wd-labelled">
          <label for="wd-account-center">Show what is around a user or role</label>
          <input
            id="wd-account-center"
            class="wd-field"
            list="wd-account-centers"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
          />
          <datalist id="wd-account-centers">
            {opened.principals
              .filter(({ name }) => name.toLowerCase().includes(typed.value.trim().toLowerCase()))
              .slice(0, 50)
              .map(({ arn, name }) => (
                <option key={arn} value={arn}>
                  {name}
                </option>
              ))}
          </datalist>
        </div>
        <button type="submit" class="wd-button wd-primary">
          Show
        </button>
        <button
          type="button"
          class="wd-button"
          onClick={() => {
            onCenter('')
            void show(undefined)
          }}
        >
          Whole account
        </button>
      </form>
      {current && current.reach.nodes.length === 0 && (
        <p class="wd-note">
          {opened.principals.length.toLocaleString('en')} users and roles can’t be drawn at once. Choose one to see its
          groups, the roles that it can assume, and who can assume it.
        </p>
      )}
      {current && current.reach.nodes.length > 0 && (
        <>
          <Drawing drawn={current} onChoose={choose} />
          {current.reach.leftOut > 0 && (
            <p class="wd-hint">{current.reach.leftOut.toLocaleString('en')} more neighbors aren’t drawn.</p>
          )}
          <AsText reach={current.reach} onChoose={choose} />
        </>
      )}
    </div>
  )
}

/** Room around the nodes, and for their names. */
const margin = { x: 40, y: 40, name: 220 }

function Drawing(props: { readonly drawn: Drawn; readonly onChoose: (id: string) => void }): JSX.Element {
  const { drawn, onChoose } = props
  const { reach, places, center } = drawn
  const svg = useRef<SVGSVGElement>(null)
  const view = useRef<View>()
  const transform = useSignal('')
  useEffect(() => {
    let isGone = false
    void import('./layout.ts').then(({ startZoom }) => {
      if (isGone || !svg.current) return
      view.current = startZoom(svg.current, (moved) => {
        transform.value = moved
      })
    })
    return () => {
      isGone = true
      view.current?.end()
    }
  }, [])
  useEffect(() => view.current?.fit(), [drawn])

  const all = [...places.values()]
  const [left, top] = [Math.min(...all.map(({ x }) => x)) - margin.x, Math.min(...all.map(({ y }) => y)) - margin.y]
  const width = Math.max(...all.map(({ x }) => x)) - left + margin.name
  const height = Math.max(...all.map(({ y }) => y)) - top + margin.y
  const placeOf = (id: string): Place => places.get(id) ?? { x: 0, y: 0 }
  return (
    <div class="wd-account-map">
      <div class="wd-row wd-account-map-tools">
        <button type="button" class="wd-button wd-small" onClick={() => view.current?.zoomBy(1.4)}>
          Zoom in
        </button>
        <button type="button" class="wd-button wd-small" onClick={() => view.current?.zoomBy(1 / 1.4)}>
          Zoom out
        </button>
        <button type="button" class="wd-button wd-small" onClick={() => view.current?.fit()}>
          Fit
        </button>
        <span class="wd-hint">
          Solid: certain. Dashed: depends on the request. Select a node to see what is around it.
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
      <svg ref={svg} viewBox={`${left} ${top} ${width} ${height}`} role="group" aria-label="Groups and roles">
        <defs>
          <marker id="wd-arrow" viewBox="0 0 8 8" refX="16" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 L8 4 L0 8 Z" />
          </marker>
        </defs>
        <g transform={transform}>
          {reach.edges.map(({ from, to, is, dependsOn }) => {
            const [a, b] = [placeOf(from), placeOf(to)]
            return (
              <line
                key={`${from} ${to}`}
                class="wd-account-edge"
                data-is={is}
                data-depends={dependsOn.length > 0 || undefined}
                x1={a.x}
                y1={a.y}
                x2={b.x}
                y2={b.y}
                marker-end="url(#wd-arrow)"
              />
            )
          })}
          {reach.nodes.map((node) => {
            const { x, y } = placeOf(node.id)
            return (
              // biome-ignore lint/a11y/useSemanticElements: a drawing has no button
              <g
                key={node.id}
                class="wd-account-node"
                data-kind={node.kind}
                data-center={node.id === center || undefined}
                transform={`translate(${x} ${y})`}
                role="button"
                // In a drawing, attributes are case-sensitive.
                tabindex={0}
                aria-label={labelOf(node)}
                onClick={() => onChoose(node.id)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return
                  event.preventDefault()
                  onChoose(node.id)
                }}
              >
                {node.kind === 'role' ? <rect x="-9" y="-9" width="18" height="18" rx="3" /> : <circle r="9" />}
                <text x="15" y="5">
                  {shortened(node)}
                </text>
              </g>
            )
          })}
        </g>
      </svg>
    </div>
  )
}

const shortened = ({ name }: ReachNode): string => (name.length > 28 ? `${name.slice(0, 27)}…` : name)

/** The same graph as a list, for screen readers and for those who prefer text. */
function AsText(props: { readonly reach: Reach; readonly onChoose: (id: string) => void }): JSX.Element {
  const { reach, onChoose } = props
  const names = new Map(reach.nodes.map(({ id, kind, name }) => [id, `${kind} ${name}`]))
  const lines = reach.nodes.flatMap(({ id }) => {
    const edges = reach.edges.filter(({ from }) => from === id)
    return edges.length > 0 ? [{ id, edges }] : []
  })
  return (
    <ul class="wd-account-reach" aria-label="The map as text">
      {lines.map(({ id, edges }) => (
        <li key={id}>
          <button type="button" class="wd-link" onClick={() => onChoose(id)}>
            {names.get(id)}
          </button>{' '}
          {edges
            .map(({ to, is, dependsOn }) =>
              is === 'member'
                ? `is in the ${names.get(to)}`
                : `can assume the ${names.get(to)}${dependsOn.length > 0 ? ` (depends on ${dependsOn.join(', ')})` : ''}`,
            )
            .join('; ')}
        </li>
      ))}
    </ul>
  )
}
