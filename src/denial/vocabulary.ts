import { once } from '../text/index.ts'
import { denialHints } from './denial-words.ts'
import { credentialProblems, emulators, otherErrors, s3Compatible } from './look-alikes.ts'
import { sentenceWords } from './sentences/index.ts'

/** Words of AWS's sentence and of what tools put around it. */
const standardWords = new Set(
  'user is not authorized to perform on resource because no identity based policy policies allows the action with an explicit deny in service control permissions boundary session operation calling when error occurred an or accessdenied accessdeniedexception unauthorizedoperation botocore exceptions clienterror encoded authorization failure message api role group https status code request vpc endpoint executing requested accountid'.split(
    ' ',
  ),
)

/** The words that the patterns look for, in small letters. */
const patternWords = once(
  (): ReadonlySet<string> =>
    new Set(
      [...denialHints, ...[s3Compatible, emulators, otherErrors, credentialProblems].flat().map(patternOf)].flatMap(
        ({ source }) =>
          source
            .replace(/\\[a-z]/gi, ' ')
            .match(/[a-z]{5,}/gi)
            ?.map((word) => word.toLowerCase()) ?? [],
      ),
    ),
)
const patternOf = ({ pattern }: { readonly pattern: RegExp }): RegExp => pattern

/** Words that the reading depends on: a break between two letters that make one of them stands inside a word. */
const isWord = (word: string): boolean =>
  standardWords.has(word) || sentenceWords().has(word) || patternWords().has(word)

/** The letters at the end of a text, at most thirty. A pattern would begin at every letter of it. */
function lastLetters(text: string): string {
  let at = text.length
  while (at > 0 && text.length - at < 30 && isLetter(text.charCodeAt(at - 1))) at--
  return text.slice(at)
}
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122

/** Do the end of a line and the beginning of the next make one of these words, that weren't words by themselves? */
export function isVocabulary(left: string, right: string): boolean {
  // A label and its colon.
  if (right.startsWith(':') && /(?:user|accountid|principal|resource|perform|api)$/i.test(left)) return true
  if (right.startsWith('-based') && /(?:identity|resource)$/i.test(left)) return true
  const end = /^[A-Za-z]{1,30}/.exec(right)?.[0]
  const start = end === undefined ? '' : lastLetters(left)
  if (start === '' || end === undefined) return false
  const [a, b] = [start.toLowerCase(), end.toLowerCase()]
  return isWord(a + b) && !(isWord(a) && isWord(b))
}
