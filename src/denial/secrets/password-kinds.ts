// Passwords: they have no shape, so a name or a place has to say what they are.
import type { SecretKind } from './kind.ts'
import { isItself } from './randomness.ts'

const name = `(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{0,40}(?:password|passwd|passphrase|pwd|db_pass)`
const inDoubleQuotes = String.raw`\\{0,4}"((?:[^"\\\r\n]|\\[^"\r\n]){1,400})`
/** A sentence isn't a password. */
const isOneWord = (value: string): boolean => isItself(value) && !/[a-z],? [a-z]+ [a-z]/i.test(value)
const hasMoreThanLetters = (value: string): boolean => /[0-9!#%^~+/|?_=-]|[a-z][A-Z]/.test(value)

export const passwordKinds: readonly SecretKind[] = [
  {
    name: 'passwords in quotes (JSON, YAML, Terraform)',
    kind: 'password',
    pattern: new RegExp(
      String.raw`${name}["'\\]{0,6}\s{0,20}[:=]\s{0,20}(?:${inDoubleQuotes}|'([^'\r\n]{1,400}))`,
      'gi',
    ),
    isReal: isOneWord,
  },
  {
    name: 'passwords in environment variables',
    kind: 'password',
    pattern: /(?<![A-Za-z0-9_])[A-Z][A-Z0-9_]{0,40}(?:PASSWORD|PASSWD|_PWD|_PASS|PASSPHRASE)=([^\s"'<>\\]{1,400})/g,
    isReal: isItself,
  },
  {
    name: 'passwords in connection strings',
    kind: 'password',
    pattern: /(?<=[;"'\s?&])(?:password|pwd)=([^\s"'\\;&<>]{1,200})(?=[;&"'\\\s]|$)/gi,
    isReal: (value) => isItself(value) && !/^[\w.]+\($/.test(value),
  },
  {
    name: 'passwords by their name',
    kind: 'password',
    pattern: new RegExp(
      String.raw`${name}["'\\]{0,4}(?:\s{0,3}[:=]|\sis:?\s)\s{0,3}(?:[|>][+-]?\s{1,40}|["'\\]{0,4})([^\s"'\\;,&<>]{6,200})`,
      'gi',
    ),
    isReal: (value) => isItself(value) && hasMoreThanLetters(value),
  },
  {
    // Lower case only: "PASS: TestReadsPolicy2" is a line of a test.
    name: 'passwords called pass or pw, and by their German name',
    kind: 'password',
    pattern:
      /(?<![A-Za-z0-9.])(?:pass["'\\]{0,4}\s{0,3}=|(?:pw|[Pp]asswort|[Kk]ennwort)["'\\]{0,4}\s{0,3}[:=])\s{0,3}["'\\]{0,4}([^\s"'\\;,&<>]{6,200})/g,
    isReal: (value) => isItself(value) && /\d/.test(value) && /[A-Za-z]/.test(value),
  },
  {
    name: 'passwords in XML and in SQL',
    kind: 'password',
    pattern:
      /<(?:\w{1,30}:)?(?:\w{0,30})password>([^<>\s]{1,400})<\/|\bIDENTIFIED\s{1,4}BY\s{1,4}(?:PASSWORD\s{1,4})?'([^'\r\n]{1,400})'|\bPASSWORD\s{1,4}'([^'\r\n]{1,400})'/gi,
    isReal: isItself,
  },
  {
    name: 'passwords in URLs',
    kind: 'password',
    pattern:
      /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:(?:\\?\/){2}[^\s:/@"'<>\\]{0,100}:([^\s/"'<>\\]{1,200})(?=@[\w[])/gi,
    isReal: isItself,
  },
  {
    name: 'values of variables called password, secret, token, or key',
    kind: 'password',
    pattern:
      /["']?\b(?:name|ParameterKey|OptionName)["'\\]{0,4}\s{0,3}[:=]\s{0,3}["'\\]{0,4}[\w./-]{0,80}(?:password|passwd|secret|token|api_?key|private_?key)["'\\]{0,4}\s{0,3},?\s{0,40}["'\\]{0,4}(?:value|ParameterValue)["'\\]{0,4}\s{0,3}[:=]\s{0,3}["'\\]{0,4}([^\s"'\\,<>]{1,400})/gi,
    isReal: isItself,
  },
  {
    name: 'values of AWS Secrets Manager (SecretString)',
    kind: 'password',
    pattern:
      /SecretString["'\\]{1,6}\s{0,3}:\s{0,3}"((?:[^"\\]|\\[\s\S]){1,20000})|SecretString\s{0,3}[=:]\s{0,3}([^\s"'\\{<][^\s"'\\<]{0,400})/g,
    isReal: isItself,
  },
]
