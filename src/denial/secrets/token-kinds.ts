// Tokens and keys of other systems that stand next to AWS's in logs, shells, and pipelines.
import { assignment, boundary, type SecretKind } from './kind.ts'
import { isItself, looksLikeWords } from './randomness.ts'

/** The value of something called a token: long enough, not a reference, not a word. */
const isToken = (value: string): boolean =>
  isItself(value) &&
  /\d|[a-z][A-Z]/.test(value) &&
  !/^\d{1,9}$/.test(value) &&
  !(value.length < 80 && looksLikeWords(value.replace(/-/g, '')) && !/\d{3}/.test(value))

const shape = (source: string): RegExp => new RegExp(`${boundary}(?:${source})`, 'g')

export const tokenKinds: readonly SecretKind[] = [
  {
    name: 'JSON Web Tokens: OIDC, service accounts, IAM Identity Center',
    kind: 'token',
    pattern: shape(String.raw`eyJ[A-Za-z0-9_-]{10,4000}(?:\.[A-Za-z0-9_-]{0,4000}){1,4}`),
    isReal: (value) => value.length > 40,
    wraps: true,
  },
  {
    name: 'Authorization headers (Bearer, Basic, token)',
    kind: 'token',
    pattern:
      /\b(?:bearer|(?<=authorization["'\\]{0,4}\s{0,2}[:=]\s{0,2}["'\\]{0,4})(?:basic|token|apikey|negotiate|digest))(?: |%20|\+)([A-Za-z0-9._~+/=%:-]{12,4000})/gi,
    isReal: (value) => /\d|[a-z][A-Z]|=$/.test(value) && isItself(value),
    wraps: true,
  },
  {
    name: 'GitHub tokens',
    kind: 'token',
    pattern: shape('gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{22,255}'),
  },
  {
    name: 'GitLab tokens',
    kind: 'token',
    pattern: shape('gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|oas|imt)-[A-Za-z0-9_.-]{20,255}'),
  },
  {
    name: 'Slack tokens and webhooks',
    kind: 'token',
    pattern:
      /(?<![A-Za-z0-9_-])(?:xox[abeoprs]|xapp-\d)-[A-Za-z0-9-]{10,255}|(?<=hooks\.slack\.com\/(?:services|workflows)\/)[A-Za-z0-9/]{20,200}/g,
  },
  {
    name: 'tokens of npm, PyPI, Docker Hub, HashiCorp Vault, and HCP Terraform',
    kind: 'token',
    pattern: shape(
      String.raw`npm_[A-Za-z0-9]{36}|pypi-AgE[A-Za-z0-9_-]{50,4000}|dckr_pat_[A-Za-z0-9_-]{20,4000}|hv[sbr]\.[A-Za-z0-9_-]{24,4000}|[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,4000}`,
    ),
  },
  {
    name: 'API keys of Anthropic, Datadog, Doppler, Google, Hugging Face, OpenAI, SendGrid, Stripe, and Twilio',
    kind: 'token',
    pattern: shape(
      String.raw`AIza[A-Za-z0-9_-]{35}|SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16,64}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,255}|sk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,255}|dd[ap]_[A-Za-z0-9]{34,4000}|dp\.(?:pt|st|ct|scim|audit)\.[A-Za-z0-9._-]{20,255}|hf_[A-Za-z0-9]{30,255}|SK[0-9a-f]{32}(?![A-Za-z0-9])`,
    ),
    isReal: (value) => /\d/.test(value),
  },
  {
    name: 'tokens of Google OAuth, Databricks, and DigitalOcean; keys of Azure Storage',
    kind: 'token',
    pattern: new RegExp(
      String.raw`${boundary}(?:ya29\.[A-Za-z0-9_-]{20,4000}|dapi[0-9a-f]{32}(?:-\d)?|do[opr]_v1_[0-9a-f]{64})|AccountKey=([A-Za-z0-9+/]{40,200}={0,2})`,
      'g',
    ),
  },
  {
    name: 'tokens, client secrets, and API keys, by their name',
    kind: 'token',
    pattern: new RegExp(
      `(?<![A-Za-z0-9])(?:(?:[A-Za-z0-9]{1,30}[_-]){0,5}(?:access|refresh|id|identity|auth|bearer|sign-?in|registration|device|personal|csrf|oauth|bot|deploy|github|gitlab|npm|slack|jenkins|vault|sonar|api|private|job)[_-]?token|[A-Z0-9_]{1,40}_(?:TOKEN|SECRET|API_?KEY|SECRET_KEY)|(?:[A-Za-z0-9]{1,30}[_-]){0,3}client[_-]?secret|(?:x-)?api[_-]?key|_auth(?:Token)?|signing[_-]?secret|webhook[_-]?secret)${assignment}([A-Za-z0-9._~+/=%:-]{8,4000})`,
      'gi',
    ),
    isReal: isToken,
    wraps: true,
  },
  {
    name: 'cookies',
    kind: 'token',
    pattern:
      /\b(?:set-)?cookie["'\\]{0,4}\s{0,2}[:=]\s{0,2}["'\\]{0,4}([^\s=;,"'\\]{1,100}=[^\s;,"'\\]{4,8000}(?:; ?[^\s=;,"'\\]{1,100}(?:=[^\s;"'\\]{0,8000})?){0,100})/gi,
  },
  {
    name: 'Docker logins ("auth": …)',
    kind: 'token',
    pattern: /(?<=["'])(?:auth|identitytoken)["'\\]{1,4}\s{0,3}:\s{0,3}["'\\]{1,4}([A-Za-z0-9+/=_.-]{8,4000})/g,
    wraps: true,
  },
  {
    name: 'private keys (PEM, PuTTY, OpenSSH, age)',
    kind: 'private-key',
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|(?<=^Private-Lines: \d{1,4}\r?\n)[A-Za-z0-9+/=]{8,4000}|(?<![A-Za-z0-9+/=])b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/=]{40,4000}|AGE-SECRET-KEY-1[A-Z0-9]{20,200}/gm,
    wraps: true,
  },
  {
    name: 'private keys in a kubeconfig file',
    kind: 'private-key',
    pattern:
      /client-key-data["'\\]{0,4}\s{0,2}:\s{0,2}["'\\]{0,4}([A-Za-z0-9+/=]{16,4000})|(?<![A-Za-z0-9+/=])LS0tLS1CRUdJTi(?:BSU0EgUFJJ|BQUklW|BFQyBQUklW|BPUEVOU1NI|BFTkNSWVBU)[A-Za-z0-9+/=]{40,4000}/g,
    wraps: true,
  },
]
