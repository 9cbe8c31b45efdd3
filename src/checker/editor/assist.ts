// Completion and explanations from the tables of the policy language and the service data. Loaded after the editor; service data loads when someone types.
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import { type Extension, Prec, StateEffect, StateField } from '@codemirror/state'
import { type EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from '@codemirror/view'
import { h, render } from 'preact'
import { operatorNames, policyElements, statementElements } from '../../iam/index.ts'
import { globalKeys, readShard, type Service } from '../../reference/index.ts'
import { principalKindWords } from '../../words/index.ts'
import { ExplanationBox } from './ExplanationBox.tsx'
import { type Explained, explain, explainAt } from './explain.ts'
import type { Explanation } from './explanation.ts'
import { type PlaceKind, placeInPolicy } from './place-in-policy.ts'

/** Where texts and pages come from. */
export interface AssistSources {
  /** Gives the text of a file of the site, or undefined. */
  fetchText(path: string): Promise<string | undefined>
  /** The root of the site that has the pages about the language; undefined where the checker is a single file. */
  readonly site: string | undefined
}

/** Completes what a policy is made of, and explains what the pointer or the cursor is on. */
export function assist({ fetchText, site }: AssistSources): Extension {
  const library = openLibrary(fetchText)
  const box = (explanation: Explanation): HTMLElement => {
    const dom = document.createElement('div')
    render(h(ExplanationBox, { explanation, site }), dom)
    return dom
  }
  const tooltip = (explained: Explained): Tooltip => ({
    pos: explained.from,
    end: explained.to,
    above: true,
    create: () => ({ dom: box(explained) }),
  })
  return [
    autocompletion({ override: [(context) => complete(context, library, box)], activateOnTyping: true, icons: false }),
    hoverTooltip(async (view, at) => {
      const explained = await explainAt(view.state.doc.toString(), at, library.service)
      return explained ? tooltip(explained) : null
    }),
    explainAtCursor(library, tooltip),
  ]
}

const setTooltip = StateEffect.define<Tooltip | null>()

/** The explanation that a key asked for. It goes away when the text or the cursor changes. */
const askedTooltip = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, transaction) {
    for (const effect of transaction.effects) if (effect.is(setTooltip)) return effect.value
    return transaction.docChanged || transaction.selection ? null : shown
  },
  provide: (field) => showTooltip.from(field),
})

/** Ctrl+I (⌘I on a Mac) explains what the cursor is on, for people without a pointer; Escape closes it. */
function explainAtCursor(library: Library, tooltip: (explained: Explained) => Tooltip): Extension {
  const ask = (view: EditorView): boolean => {
    const { doc, selection } = view.state
    void explainAt(doc.toString(), selection.main.head, library.service).then((explained) => {
      if (view.state.doc !== doc) return
      view.dispatch({ effects: setTooltip.of(explained ? tooltip(explained) : null) })
    })
    return true
  }
  const close = (view: EditorView): boolean => {
    if (view.state.field(askedTooltip) === null) return false
    view.dispatch({ effects: setTooltip.of(null) })
    return true
  }
  return [
    askedTooltip,
    Prec.high(
      keymap.of([
        { key: 'Mod-i', run: ask, preventDefault: true },
        { key: 'Escape', run: close },
      ]),
    ),
  ]
}

interface Library {
  names(): Promise<ReadonlyMap<string, readonly string[]>>
  service(prefix: string): Promise<Service | undefined>
}

function openLibrary(fetchText: AssistSources['fetchText']): Library {
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

async function complete(
  context: CompletionContext,
  library: Library,
  box: (explanation: Explanation) => HTMLElement,
): Promise<CompletionResult | null> {
  const text = context.state.doc.toString()
  const place = placeInPolicy(text, context.pos)
  if (!place || (place.typed === '' && !context.explicit && place.kind !== 'variable')) return null
  const { kind, typed, from } = place
  const labels = await labelsFor[kind](typed, library, text)
  if (labels.length === 0) return null
  const info = async ({ label }: Completion): Promise<Node | null> => {
    const explanation = await explain(kind, label, library.service)
    return explanation ? box(explanation) : null
  }
  return { from, options: labels.map((label) => ({ label, info })), validFor: /^[\w:*?/-]*$/ }
}

type Labels = (typed: string, library: Library, text: string) => Promise<readonly string[]>

const labelsFor: Readonly<Record<PlaceKind, Labels>> = {
  element: async () => statementElements,
  'policy-element': async () => [...policyElements, ...statementElements],
  'principal-kind': async () => [...principalKindWords().keys()],
  // Only the reader knows whom and what a policy is about.
  principal: async () => [],
  resource: async () => [],
  effect: async () => ['Allow', 'Deny'],
  version: async () => ['2012-10-17'],
  operator: async (typed) => operatorsLike(typed),
  variable: async () => variableKeys,
  action: async (typed, library) => {
    const names = await library.names()
    const prefix = typed.slice(0, Math.max(typed.indexOf(':'), 0)).toLowerCase()
    const own = names.get(prefix)
    if (own) return [`${prefix}:*`, ...own.map((name) => `${prefix}:${name}`)]
    return [...names.keys()].map((service) => `${service}:`)
  },
  'condition-key': async (_, library, text) => {
    const prefixes = [...new Set([...text.matchAll(/"([a-z0-9-]{2,40}):[A-Za-z*]/g)].map(([, prefix = '']) => prefix))]
    const services = await Promise.all(prefixes.slice(0, 8).map((prefix) => library.service(prefix)))
    const own = services.flatMap((service) => [...(service?.conditionKeys.keys() ?? [])])
    return [...new Set([...own, ...globalKeys.map(({ name }) => name)])]
  },
}

/** A multivalued key has no value as a variable. */
const variableKeys: readonly string[] = globalKeys.filter(({ multivalued }) => !multivalued).map(({ name }) => name)

/** Operators as they can go on from what is typed: with a set prefix only once someone begins one. */
function operatorsLike(typed: string): readonly string[] {
  const names = operatorNames.flatMap((name) => (name === 'Null' ? [name] : [name, `${name}IfExists`]))
  if (!/^for/i.test(typed)) return names
  return ['ForAnyValue', 'ForAllValues'].flatMap((set) =>
    names.filter((name) => name !== 'Null').map((name) => `${set}:${name}`),
  )
}
