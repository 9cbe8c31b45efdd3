import type { Secret } from './denial.ts'

/** How far from an access key id a bare secret key is looked for. */
const beside = 400

const keyId = /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])/g
const bareSecret = /(?<![A-Za-z0-9/+=_-])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=_-])/g
/** What stands between a name and its value: quotes, escaped ones too, a colon, an equals sign, the end of a tag, the line of a table. */
const namedSecret =
  /(?:secret[_ ]?access[_ ]?key|aws_secret(?:_key)?|secret[_ ]?key|aws_sec)["'\s\\]{0,8}[:=>|][\s"'\\]{0,12}([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])/gi
const namedToken =
  /(?:session_?token|security_?token|x-amz-security-token)["'\s\\]{0,8}[:=>|][\s"'\\]{0,12}([A-Za-z0-9/+=_%-]{40,8000})/gi
const bareToken = /(?<![A-Za-z0-9/+=_-])(?:FwoG|IQoJ|AQoD)[A-Za-z0-9/+=]{120,8000}/g
/** Web identity tokens (OIDC) and what `ecr get-login-password` prints. */
const webToken =
  /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,4000}\.eyJ[A-Za-z0-9_-]{10,8000}\.[A-Za-z0-9_-]{10,2000}|(?<![A-Za-z0-9_-])eyJwYXlsb2FkIjoi[A-Za-z0-9+/=]{100,8000}/g
const privateKey =
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]{0,20}PRIVATE KEY-----|$(?![\s\S]))/g
/** postgres://user:password@host */
const urlPassword = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/@"'<>\\]{0,100}:([^\s@/"'<>\\]{1,200})(?=@)/gi
/** Password=…; PGPASSWORD=… "MasterUserPassword": "…" */
const namedPassword =
  /(?<![a-z])(?:[a-z_-]{0,30}password|passwd|pwd|mysql_pwd|db_pass)["'\\]{0,4}\s{0,3}[:=]\s{0,3}["'\\]{0,4}([^\s"'\\;,&<>]{6,200})/gi
/** Presigned URLs and Authorization headers: SigV4, and the older form. */
const signature = /\bSignature=([0-9a-f]{64})(?![0-9a-f])|[?&](?:amp;)?Signature=([A-Za-z0-9%/+=_~-]{20,1000})/gi

/**
 * Finds access keys, secrets, tokens, private keys, passwords and the signatures of presigned URLs with their places. Unique ids (AIDA…, AROA…), request ids, hashes and encoded
 * messages are left alone. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function findSecrets(text: string): readonly Secret[] {
  const ids = matches(text, keyId, 'access-key-id')
  const near = matches(text, bareSecret, 'secret-access-key').filter(({ span }) => {
    const secret = text.slice(span.from, span.to)
    return looksRandom(secret) && ids.some((id) => Math.abs(id.span.from - span.from) < beside)
  })
  const found = [
    ...matches(text, privateKey, 'private-key'),
    ...matches(text, namedToken, 'session-token'),
    ...matches(text, bareToken, 'session-token'),
    ...matches(text, namedSecret, 'secret-access-key'),
    ...near,
    ...ids,
    ...matches(text, webToken, 'session-token'),
    ...passwords(text),
    ...matches(text, signature, 'signature'),
  ]
  return withoutOverlap(found)
}

/** What stands where a secret stood. */
const replacements: Readonly<Record<Secret['kind'], string>> = {
  'access-key-id': '[access key id removed]',
  'secret-access-key': '[secret access key removed]',
  'session-token': '[session token removed]',
  'private-key': '[private key removed]',
  password: '[password removed]',
  signature: '[signature removed]',
}

/** The text with every secret replaced by a word for it, and what was found (places in the text as given). */
export function blankSecrets(text: string): { readonly text: string; readonly found: readonly Secret[] } {
  const found = findSecrets(text)
  let result = ''
  let at = 0
  for (const { kind, span } of found) {
    result += text.slice(at, span.from) + replacements[kind]
    at = span.to
  }
  return { text: result + text.slice(at), found }
}

/** Passwords, without what only stands for one: "***", "<password>", "${DB_PASSWORD}", "YES)", a word of prose. */
function passwords(text: string): readonly Secret[] {
  const isReal = ({ span }: Secret): boolean => {
    const value = text.slice(span.from, span.to)
    return !/^[*x•.]+$|[<{$[*]|^(?:true|false|null|none|undefined|password|redacted|removed|required)$/i.test(value)
  }
  const named = matches(text, namedPassword, 'password').filter(({ span }) =>
    /[0-9!#%^~+/|?_=-]|[a-z][A-Z]/.test(text.slice(span.from, span.to)),
  )
  return [...matches(text, urlPassword, 'password'), ...named].filter(isReal)
}

/** The whole match, or its one group where it has one. */
function matches(text: string, pattern: RegExp, kind: Secret['kind']): readonly Secret[] {
  return [...text.matchAll(pattern)].map((match) => {
    const value = match[1] ?? match[2] ?? match[0]
    const to = match.index + match[0].length
    return { kind, span: { from: to - value.length, to } }
  })
}

/** Forty letters of base64 that are no hash: capitals and small letters both. */
const looksRandom = (text: string): boolean => /[A-Z]/.test(text) && /[a-z]/.test(text) && /[0-9/+]/.test(text)

function withoutOverlap(secrets: readonly Secret[]): readonly Secret[] {
  let end = -1
  return [...secrets]
    .sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)
    .filter(({ span }) => {
      if (span.from < end) return false
      end = span.to
      return true
    })
}
