// Completion and explanations from the service data. Loaded after the editor; the data loads when the user types.
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import { hoverTooltip } from '@codemirror/view'
import { operatorNames, statementElements } from '../../iam/index.ts'
import { globalKeys, readShard, type Service } from '../../reference/index.ts'
import { placeInPolicy } from './place-in-policy.ts'

/** Gives the text of a file of the site, or undefined. */
export type FetchText = (path: string) => Promise<string | undefined>

/** Completes actions, condition keys, operators and elements, and says what an action is. */
export function assist(fetchText: FetchText): Extension {
  const library = openLibrary(fetchText)
  return [
    autocompletion({ override: [(context) => complete(context, library)], activateOnTyping: true, icons: false }),
    hoverTooltip(async (view, at) => {
      const action = actionAt(view.state.doc.toString(), at)
      const told = action && (await about(action.text, library))
      if (!action || !told) return null
      return { pos: action.from, end: action.to, above: true, create: () => ({ dom: paragraph(told) }) }
    }),
  ]
}

interface Library {
  names(): Promise<ReadonlyMap<string, readonly string[]>>
  service(prefix: string): Promise<Service | undefined>
}

function openLibrary(fetchText: FetchText): Library {
  let names: Promise<ReadonlyMap<string, readonly string[]>> | undefined
  const services = new Map<string, Promise<Service | undefined>>()
  return {
    names: () => {
      names ??= fetchText('reference/actions.json').then(
        (text) => new Map<string, readonly string[]>(text ? JSON.parse(text) : []),
      )
      return names
    },
    service: (prefix) => {
      const known = services.get(prefix)
      if (known) return known
      const loading = /^[a-z0-9-]{1,60}$/.test(prefix)
        ? fetchText(`reference/${prefix}.json`).then((text) => (text === undefined ? undefined : readShard(text)))
        : Promise.resolve(undefined)
      services.set(prefix, loading)
      return loading
    },
  }
}

async function complete(context: CompletionContext, library: Library): Promise<CompletionResult | null> {
  const place = placeInPolicy(context.state.doc.toString(), context.pos)
  if (!place || (place.typed === '' && !context.explicit)) return null
  const { kind, typed, from } = place
  const options = await optionsFor[kind](typed, library, context.state.doc.toString())
  return { from, options, validFor: /^[\w:*?-]*$/ }
}

type Options = (typed: string, library: Library, text: string) => Promise<readonly Completion[]>

const labelled = (labels: readonly string[]): readonly Completion[] => labels.map((label) => ({ label }))

const optionsFor: Readonly<Record<NonNullable<ReturnType<typeof placeInPolicy>>['kind'], Options>> = {
  element: async () => labelled(statementElements),
  operator: async () => labelled(operatorNames),
  action: async (typed, library) => {
    const names = await library.names()
    const prefix = typed.slice(0, Math.max(typed.indexOf(':'), 0)).toLowerCase()
    const own = names.get(prefix)
    if (own) return labelled([`${prefix}:*`, ...own.map((name) => `${prefix}:${name}`)])
    return [...names.keys()].map((service) => ({ label: `${service}:` }))
  },
  'condition-key': async (_, library, text) => {
    const prefixes = [...new Set([...text.matchAll(/"([a-z0-9-]{2,40}):[A-Za-z*]/g)].map(([, prefix = '']) => prefix))]
    const services = await Promise.all(prefixes.slice(0, 8).map((prefix) => library.service(prefix)))
    const own = services.flatMap((service) => [...(service?.conditionKeys.keys() ?? [])])
    return labelled([...new Set([...own, ...globalKeys.map(({ name }) => name)])])
  },
}

/** The "service:Action" around a place in the text. */
function actionAt(
  text: string,
  at: number,
): { readonly text: string; readonly from: number; readonly to: number } | undefined {
  const head = /[\w:-]*$/.exec(text.slice(Math.max(0, at - 120), at))?.[0] ?? ''
  const tail = /^[\w:-]*/.exec(text.slice(at, at + 120))?.[0] ?? ''
  const [from, to] = [at - head.length, at + tail.length]
  const action = head + tail
  return /^[a-z0-9-]+:\w+$/.test(action) ? { text: action, from, to } : undefined
}

async function about(action: string, library: Library): Promise<string | undefined> {
  const [prefix = '', name = ''] = action.split(':')
  const service = await library.service(prefix)
  const found = service?.actions.get(name.toLowerCase())
  if (!service || !found) return undefined
  const types = found.resourceTypes.map((type) => type.name)
  const on = types.length === 0 ? 'works on “*” only' : `works on: ${types.join(', ')}`
  const keys = found.conditionKeys.length === 0 ? '' : ` Condition keys: ${found.conditionKeys.slice(0, 8).join(', ')}.`
  return `${service.name}, ${found.name} (${found.accessLevels.join(', ')}): ${on}.${keys}`
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p')
  element.className = 'cm-about'
  element.textContent = text
  return element
}
