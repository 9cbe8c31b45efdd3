// An answer in words: the last step of a diagnosis.
import type { NonEmpty } from '../text/index.ts'
import { messagesOf, type Text, type Translation, write } from '../words/index.ts'
import { deliveriesOf, ownTool, type Say } from './deliver/index.ts'
import type * as made from './diagnosis.ts'

const told = messagesOf('written', {
  note: '{{note}} It’s shown as JSON: your {{language}} builds this part of the document, for example with a function, a loop, or a module. Make the same change there.',
})

export type Step = made.Step<string>
export type Dependent = made.Dependent<string>
/** A change in words, with the document in the forms in which people put it in place. */
export interface Fix extends made.Fix<string> {
  readonly deliveries: readonly made.Delivery[]
}
/** A cause in words for the reader, and for the reader of a message from them. */
export interface CauseFound extends made.CauseFound<string> {
  readonly forOthers: ForOthers
}
export interface Diagnosis extends made.Diagnosis<string> {
  readonly cause: CauseFound
  readonly fixes: readonly Fix[]
  readonly otherWay: Fix | undefined
}

/** What the sender of a message says: texts are empty where there is nothing to say to others. */
export type ForOthers = Pick<made.CauseFound<string>, 'title' | 'explanation' | 'steps'>

/** The answer with every text written out: in the translation where it has the template, else in English. */
export function writeOut(diagnosis: made.Diagnosis, translation: Translation | undefined): Diagnosis {
  const say = (text: Text): string => write(text, translation)
  const sayToOthers = (text: Text): string => write(text, translation, 'others')
  const { notices, cause, fixes, otherWay, fetchScript, fetchScripts, ...rest } = diagnosis
  return {
    ...rest,
    notices: notices.map(say),
    cause: { ...writtenCause(cause, say), forOthers: writtenCause(cause, sayToOthers) },
    fixes: fixes.map((fix) => writtenFix(fix, say)),
    otherWay: otherWay && writtenFix(otherWay, say),
    fetchScript: fetchScript && say(fetchScript),
    fetchScripts: fetchScripts.map(({ policyType, script }) => ({ policyType, script: say(script) })),
  }
}

const writtenCause = (cause: made.CauseFound, say: Say): made.CauseFound<string> => {
  const [first, ...more] = cause.steps
  const steps: NonEmpty<Step> = [writtenStep(first, say), ...more.map((step) => writtenStep(step, say))]
  return { ...cause, title: say(cause.title), explanation: say(cause.explanation), steps }
}

const writtenStep = ({ command, ...step }: made.Step, say: Say): Step => ({
  ...step,
  title: say(step.title),
  text: say(step.text),
  ...(command === undefined ? {} : { command: say(command) }),
})

/** Titles of fixes are plain: no full stop, and nothing in them is marked as code. */
function writtenFix(fix: made.Fix, say: Say): Fix {
  const { edit, affects, risk, onlyIf, included, options, ...rest } = fix
  const plain = (text: Text): string => say(text).replaceAll('`', '').replace(/\.$/, '')
  const written = (each: made.Dependent): Dependent => ({ ...each, reason: say(each.reason) })
  const deliveries = deliveriesOf(fix.after, fix.holder, fix, say)
  const { source } = fix
  const isMissing = source !== undefined && !deliveries.some(({ tool }) => tool === ownTool(source))
  return {
    ...rest,
    deliveries,
    title: plain(fix.title),
    note: say(isMissing ? told('note', { note: fix.note, language: source.language }) : fix.note),
    affects: affects === undefined ? undefined : say(affects),
    edit: edit && { ...edit, title: plain(edit.title) },
    risk: risk === undefined ? undefined : say(risk),
    included: included.map(written),
    options: options.map(written),
    ...(onlyIf === undefined ? {} : { onlyIf: say(onlyIf) }),
  }
}
