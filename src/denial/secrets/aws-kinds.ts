// Credentials of AWS. Shapes: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
import { assignment, boundary, type SecretKind, separator } from './kind.ts'
import { looksLikeWords, looksRandom } from './randomness.ts'

const letter = String.raw`(?:[A-Za-z0-9/+]|%2[FfBb]|\\/)`
const longToken = '[A-Za-z0-9/+=_%.-]'

/** Forty characters, not counting encoding or line breaks; or their base64, as Kubernetes writes them. */
const isForty = (value: string): boolean => {
  if (value.length === 56 && value.endsWith('==')) return true
  const plain = value.replace(/%2[FfBb]/g, '/').replace(/\s|\\/g, '')
  return plain.length === 40 && !looksLikeWords(plain)
}

const secretName = '(?:secret[._ -]?access[._ -]?key|aws_?secret(?:_?key)?|secret[._ -]?key|aws_sec)'

/** The base64 of a text in its three positions, without the characters that depend on what surrounds it. */
const base64Forms = (text: string): readonly string[] =>
  [0, 1, 2].map((before) => {
    const bits = (before + text.length) * 8
    return btoa('x'.repeat(before) + text).slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6))
  })

/** An ID is random: one without a digit that spells out a place is a name. */
const isKeyId = (value: string): boolean =>
  /\d/.test(value) || !/PACIFIC|NORTH|SOUTH|EAST|WEST|CENTRAL|REGION/.test(value)

export const awsKinds: readonly SecretKind[] = [
  {
    name: 'AWS access key IDs (AKIA…, ASIA…)',
    kind: 'access-key-id',
    pattern: /(?:(?<![A-Z0-9])|(?<=%[0-9A-F]{2}|\\u[0-9A-Fa-f]{4}))(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])/g,
    isReal: isKeyId,
  },
  {
    name: 'AWS secret access keys, by their name',
    kind: 'secret-access-key',
    pattern: new RegExp(
      String.raw`${secretName}${separator}([A-Za-z0-9+/]{54}==|${letter}{40}|${letter}{8,39}\\?\r?\n[ \t>]{0,40}[A-Za-z0-9/+]{1,32})(?![A-Za-z0-9/+])`,
      'gi',
    ),
    isReal: isForty,
  },
  {
    name: 'AWS secret access keys, a few words after their name',
    kind: 'secret-access-key',
    pattern: new RegExp(
      String.raw`${secretName}\b[\s\S]{1,80}?(?<![A-Za-z0-9/+=_.-])([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=_-])`,
      'gi',
    ),
    isReal: looksRandom,
  },
  {
    name: 'base64 of a file with AWS secret access keys',
    kind: 'secret-access-key',
    pattern: new RegExp(
      `(?:${['aws_secret_access_key', 'AWS_SECRET_ACCESS_KEY', 'SecretAccessKey'].flatMap(base64Forms).join('|').replaceAll('+', '[+]')})[A-Za-z0-9+/=]{40,4000}`,
      'g',
    ),
    wraps: true,
  },
  {
    name: 'AWS secret access keys near an access key ID',
    kind: 'secret-access-key',
    pattern: /(?:(?<![A-Za-z0-9/+=_.-])|(?<=\\[nrt]|%22|\\u0022))[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=_-])/g,
    isReal: looksRandom,
    nearKey: true,
  },
  {
    name: 'AWS secret access keys in URLs',
    kind: 'secret-access-key',
    pattern: new RegExp(`(?:AKIA|ASIA)[A-Z2-7]{16}(?::|%3A)(${letter}{40})(?=@|%40)`, 'g'),
    isReal: isForty,
  },
  {
    name: 'AWS session tokens, by their name',
    kind: 'session-token',
    pattern: new RegExp(
      `(?:session_?-?token|security_?-?token|x-amz-security-token)${assignment}(${longToken}{40,4000})`,
      'gi',
    ),
    wraps: true,
  },
  {
    name: 'AWS session tokens, by their start (IQoJ…, FwoG…, FQoG…, AQoD…)',
    kind: 'session-token',
    pattern: new RegExp(`${boundary}(?:FwoG|FQoG|IQoJ|AQoD)${longToken}{36,4000}`, 'g'),
    wraps: true,
  },
  {
    name: 'seeds of MFA devices',
    kind: 'token',
    pattern:
      /(?:Base32StringSeed["'\\]{0,4}\s{0,3}[:=]\s{0,3}["'\\]{0,4}|Base32StringSeed(?:>|&gt;)|otpauth(?::|%3A)(?:\/\/|%2F%2F)[^\s"'<>]{0,300}?secret(?:=|%3D))([A-Z2-7]{16,128})/g,
  },
  {
    name: 'signatures of presigned URLs, signed cookies, and signed requests',
    kind: 'signature',
    pattern:
      /CloudFront-Signature(?:=|["'\\]{1,4}\s?:\s?["'\\]{1,4})([A-Za-z0-9+/=_~-]{20,1000})|(?:\b|(?<=%[0-9A-Fa-f]{2}))Signature(?:=|%3D|%253D|["'\\]{1,4}\s?:\s?["'\\]{1,4})([0-9a-f]{64})(?![0-9a-f])|(?:[?&]|&amp;|%26|%3F|\\u0026)Signature(?:=|%3D)([A-Za-z0-9%/+=_~-]{20,1000})|SignatureProvided(?:>|&gt;)([A-Za-z0-9+/=]{20,200})/gi,
  },
  {
    name: 'Amazon Bedrock API keys',
    kind: 'token',
    pattern: new RegExp(
      `${boundary}(?:ABSK[A-Za-z0-9+/=]{40,4000}|bedrock-api-key-[A-Za-z0-9+/=_-]{20,4000})|BEARER_TOKEN_BEDROCK${assignment}([A-Za-z0-9+/=_.-]{16,4000})`,
      'g',
    ),
    wraps: true,
  },
  {
    name: 'Amazon EKS tokens (k8s-aws-v1.…)',
    kind: 'token',
    pattern: new RegExp(`${boundary}k8s-aws-v1\\.[A-Za-z0-9_=-]{20,4000}`, 'g'),
    wraps: true,
  },
  {
    name: 'passwords that Amazon ECR prints',
    kind: 'token',
    pattern: new RegExp(`${boundary}eyJwYXlsb2FkIjoi[A-Za-z0-9+/=]{60,4000}`, 'g'),
    wraps: true,
  },
  {
    name: 'SAML responses and assertions',
    kind: 'token',
    pattern: new RegExp(
      `saml[_-]?(?:response|assertion)${separator}([A-Za-z0-9+/=%_-]{40,4000})|${boundary}(?:PHNhbWxw|PHNhbWwy|PD94bWwgdm)[A-Za-z0-9+/=]{80,4000}`,
      'gi',
    ),
    wraps: true,
  },
  {
    name: 'MFA codes',
    kind: 'password',
    pattern:
      /(?:--token-code[ =]|--authentication-code[12][ =]|\btoken_?code["'\\]{0,4}\s{0,2}[:=]\s{0,2}["'\\]{0,4}|\bMFA code[^\n]{0,80}?: ?)(\d{6})(?!\d)/gi,
  },
]
