import { type AttachedPolicies, attachedPolicies, collect } from '../account/index.ts'
import { readAll } from '../denial/index.ts'
import type { PolicyInput } from '../evaluate/index.ts'
import type { Unread } from '../logs/index.ts'
import { findAction, type Reference, requiredServices } from '../reference/index.ts'
import { writeComparison } from '../session/comparison.ts'
import { packFragment } from '../session/fragment.ts'
import { languagesFor } from '../session/languages.ts'
import type { Shelf } from '../session/service-data.ts'
import { type CallerUse, neverShown, permissionSetOf, policyFor, trimPolicy, UseCounter } from '../used/index.ts'
import { comparisonSentence } from '../words/index.ts'
import type { CallerDetails, CallerRow, NamedText, OpenedTrails, Trimming } from './messages.ts'
import { pushFiles } from './read-trails.ts'

/** Services that one load of the shelf takes. */
const shelfLoad = 40

/** The trails that were opened, as counts, and every question about them. */
export class UsedEngine {
  readonly #shelf: Shelf
  #uses: readonly CallerUse[] = []
  #reference: Reference | undefined

  constructor(shelf: Shelf) {
    this.#shelf = shelf
  }

  /** Reads trails; the texts themselves aren't kept. */
  async open(
    files: readonly File[],
    texts: readonly NamedText[],
    progress: (words: string) => void,
  ): Promise<OpenedTrails> {
    const counter = new UseCounter()
    const unread: Unread[] = []
    let count = 0
    const begin = () => {
      count++
      return counter.text()
    }
    await pushFiles(files, { begin, unread: (each) => unread.push(each) }, (percent) =>
      progress(`Reading … ${percent}%`),
    )
    for (const { text } of texts) {
      const reader = begin()
      reader.text(text)
      reader.end()
    }
    progress('Looking up the actions …')
    const reference = await this.#load(requiredServices(counter.actions()))
    this.#uses = counter.summary((action) => reference === undefined || findAction(reference, action).known === 'yes')
    return {
      callers: this.#uses.map(rowOf),
      texts: count,
      problems: [
        ...unread.map(({ name, why }) => `${name} wasn’t read completely: ${why}.`),
        ...(reference
          ? []
          : ['The data about AWS’s services couldn’t be loaded. Open the page again when you’re online.']),
      ],
    }
  }

  async details(caller: string): Promise<CallerDetails> {
    const use = this.#use(caller)
    const reference = await this.#referenceFor(use)
    const { document, onEverything } = policyFor(use, reference)
    return {
      caller,
      actions: use.actions,
      unmapped: use.unmapped,
      neverShown: neverShown(use, reference),
      policy: JSON.stringify(document, null, 2),
      onEverything,
    }
  }

  /** `texts` are the caller's current policies in any form, or account details that contain them. */
  async trim(caller: string, texts: readonly NamedText[]): Promise<Trimming> {
    const use = this.#use(caller)
    const current = await currentPolicies(caller, texts)
    if (typeof current === 'string') return { is: 'problem', problem: current }
    const { policies, missing } = current
    // The comparison looks into every service that the policies name.
    const named = policies.map(textOf)
    const reference = await this.#referenceFor(use, requiredServices(named))
    const { policies: trimmed, opensNothing, notAllowed, notAllowedBefore } = trimPolicy(use, policies, reference)
    const before = new Set(notAllowedBefore)
    const pairs = policies.map((policy, i) => ({
      name: policy.name ?? `Policy ${i + 1}`,
      before: textOf(policy),
      after: trimmed[i],
    }))
    return {
      is: 'trimmed',
      policies: pairs,
      proof: comparisonSentence('no-new-access', opensNothing),
      isProven: opensNothing.result === 'pass',
      lost: notAllowed.filter((request) => !before.has(request)),
      notAllowedBefore,
      missing,
      compare: await packFragment(
        writeComparison({
          type: 'identity',
          old: pairs.map(({ name, before }) => ({ name, text: before })),
          new: pairs.map(({ name, after = nothing }) => ({ name, text: after })),
          around: [],
          never: [],
        }),
      ),
    }
  }

  #use(caller: string): CallerUse {
    const use = this.#uses.find((each) => each.caller === caller)
    if (!use) throw new Error('no such caller')
    return use
  }

  async #referenceFor({ actions }: CallerUse, more: readonly string[] = []): Promise<Reference> {
    const reference = await this.#load([...requiredServices(actions.map(({ action }) => action)), ...more])
    if (!reference) throw new Error('the data about AWS’s services couldn’t be loaded')
    return reference
  }

  async #load(services: readonly string[]): Promise<Reference | undefined> {
    for (let from = 0; from === 0 || from < services.length; from += shelfLoad)
      this.#reference = (await this.#shelf.load(services.slice(from, from + shelfLoad))).reference
    return this.#reference
  }
}

const nothing = '{"Version":"2012-10-17","Statement":[]}'

const textOf = ({ text, document }: PolicyInput): string => text ?? JSON.stringify(document, null, 2)

function rowOf({ caller, events, actions, first, last }: CallerUse): CallerRow {
  const permissionSet = permissionSetOf(caller)
  const kind = /:user\//.test(caller) ? 'user' : 'role'
  return {
    caller,
    kind: permissionSet === undefined ? kind : 'permission set',
    name: permissionSet ?? caller.replace(/^.*\//, ''),
    events,
    actions: actions.length,
    first,
    last,
  }
}

/** The policies that these texts give to the caller, or a sentence about why there are none. */
async function currentPolicies(caller: string, texts: readonly NamedText[]): Promise<AttachedPolicies | string> {
  const { account, hasDetails } = collect(texts)
  if (hasDetails) {
    const attached = attachedPolicies(account, caller)
    if (!attached) return `The account details don’t contain ${caller}.`
    return attached.policies.length > 0 ? attached : `The account details have no policies for ${caller}.`
  }
  const policies: PolicyInput[] = []
  for (const { name, text } of texts)
    for (const document of readAll(text, await languagesFor([text])).documents)
      policies.push({ type: 'identity', name: document.name ?? name, text: document.text })
  return policies.length > 0 ? { policies, missing: [] } : 'No policy was found in it.'
}
