import type { Secret } from './denial.ts'

/** How far from an access key id a bare secret key is looked for. */
const beside = 400

const keyId = /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])/g
const bareSecret = /(?<![A-Za-z0-9/+=_-])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=_-])/g
const namedSecret =
  /(?:secret_?access_?key|aws_secret(?:_key)?|secret_?key|aws_sec)["'\s]{0,4}[:=][\s"']{0,6}([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])/gi
const namedToken =
  /(?:session_?token|security_?token|x-amz-security-token)["'\s]{0,4}[:=][\s"']{0,6}([A-Za-z0-9/+=_%-]{40,8000})/gi
const bareToken = /(?<![A-Za-z0-9/+=_-])(?:FwoG|IQoJ|AQoD)[A-Za-z0-9/+=]{120,8000}/g
const privateKey =
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]{0,20}PRIVATE KEY-----|$(?![\s\S]))/g

/**
 * Finds access keys, secrets, session tokens and private keys with their places. Unique ids (AIDA…, AROA…), request ids, hashes and encoded
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
  ]
  return withoutOverlap(found)
}

/** What stands where a secret stood. */
const replacements: Readonly<Record<Secret['kind'], string>> = {
  'access-key-id': '[access key id removed]',
  'secret-access-key': '[secret access key removed]',
  'session-token': '[session token removed]',
  'private-key': '[private key removed]',
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

/** The whole match, or its one group where it has one. */
function matches(text: string, pattern: RegExp, kind: Secret['kind']): readonly Secret[] {
  return [...text.matchAll(pattern)].map((match) => {
    const value = match[1] ?? match[0]
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
