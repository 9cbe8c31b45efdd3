// What strangers paste to do harm. Tests run the whole way with each: paste, verdict, fix, report.

const deep = (open: string, close: string, times: number): string => open.repeat(times) + close.repeat(times)
const statement = (part: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*', ...part }] })
const denied = (resource: string, who = 'arn:aws:iam::111122223333:user/mateo'): string =>
  `User: ${who} is not authorized to perform: s3:GetObject on resource: ${resource}`

/** Markup and scripts that must come out as text. */
export const scripts: readonly string[] = [
  '<script>globalThis.hacked = 1</script>',
  '<img src=x onerror="globalThis.hacked = 1">',
  '"><svg/onload=globalThis.hacked=1>',
  "javascript:globalThis.hacked=1//'",
  '<a href="javascript:globalThis.hacked=1">x</a>',
  '${globalThis.hacked = 1}{{globalThis.hacked = 1}}',
  '</textarea><iframe srcdoc="<script>parent.hacked=1</script>">',
  '<style>@import "https://example.com/x.css"</style><link rel=stylesheet href=https://example.com/x.css>',
]

/** Texts, each for the paste and for a policy. */
export const hostile: ReadonlyMap<string, string> = new Map([
  [
    'a prototype in a policy',
    '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "Statement": []}',
  ],
  [
    'a prototype in a statement',
    statement({ ['__proto__']: 1 }).replace('"Effect"', '"__proto__":{"polluted":1},"Effect"'),
  ],
  [
    'a prototype as an operator',
    statement({ Condition: { constructor: { __proto__x: 'y' } } }).replace('__proto__x', '__proto__'),
  ],
  ['a prototype as a key', statement({ Condition: { StringEquals: { toString: 'y', hasOwnProperty: ['z'] } } })],
  ['stars without end', statement({ Resource: `arn:aws:s3:::${'*a'.repeat(5000)}b` })],
  ['stars against a long name', denied(`arn:aws:s3:::bucket/${'a'.repeat(20_000)}`)],
  ['question marks', statement({ Action: `s3:${'?*'.repeat(4000)}` })],
  ['words without end', 'is not authorized to perform '.repeat(4000)],
  ['spaces', `User:${' '.repeat(100_000)}is not authorized to perform: s3:GetObject`],
  ['commas', ','.repeat(100_000)],
  ['quotes', '"\\'.repeat(50_000)],
  ['deep lists', deep('[', ']', 20_000)],
  ['deep objects', deep('{"a":', '}', 20_000)],
  ['deep lists, never closed', '['.repeat(50_000)],
  ['tags', '<'.repeat(50_000)],
  ['entities', '&amp;'.repeat(20_000)],
  ['escapes of escapes', `${'\\'.repeat(30_000)}"`],
  ['a hundred thousand lines', 'AccessDenied: something went wrong\n'.repeat(100_000)],
  ['many variables', statement({ Resource: `arn:aws:s3:::${'${aws:username}'.repeat(2000)}` })],
  ['variables in variables', statement({ Resource: `arn:aws:s3:::${deep('${', '}', 3000)}` })],
  [
    'yaml anchors',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
      .split('')
      .map((name, i) => `${name}: &${name} [${`*${'abcdefghi'[i]},`.repeat(9)}]`)
      .join('\n')}\nStatement: *j`,
  ],
  ['half a surrogate', denied('arn:aws:s3:::b/\ud800')],
  ['zeros', '\u0000'.repeat(1000)],
  ['writing backwards', denied('arn:aws:s3:::b/\u202egpj.tuo', 'arn:aws:iam::111122223333:user/\u2066nimda\u2069')],
  ...scripts.map((script, i): [string, string] => [`a script, ${i + 1}`, denied(script, script)]),
])
