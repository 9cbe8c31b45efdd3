import { serviceAccountIn } from './service-account-in.ts'
import { type JobFacts, jobFacts } from './workflow.ts'

/** What a paste says about the token, the workload that got it, and the role. Undefined: it doesn't say. */
export interface TokenEvidence {
  /** The iss claim, without "https://". */
  readonly issuer: string | undefined
  readonly subject: string | undefined
  /** The subject that the text says the trust policy takes: the token's own is another one, or isn't known. */
  readonly trusted: string | undefined
  readonly audience: string | undefined
  /** "owner/repo", where the paste names the one that the workflow ran in. */
  readonly repository: string | undefined
  /** "refs/heads/main" */
  readonly ref: string | undefined
  /** The job of a GitHub workflow that asks for the token. */
  readonly job: JobFacts | undefined
  readonly namespace: string | undefined
  readonly serviceAccount: string | undefined
  /** The role's ARN, where the paste names exactly one. */
  readonly role: string | undefined
  /** amr of a Cognito identity, where the paste tells whether someone signed in. */
  readonly signedIn: boolean | undefined
}

/** Longer values aren’t claims that a policy can be compared with. */
const value = '["\'`]?([^\\s"\'`,;<>{}$]{1,300})'
const field = (names: string): RegExp =>
  new RegExp(`(?:^|[\\s"'\`,{(;])(?:${names})["'\`]?\\s{0,8}[:=]\\s{0,8}${value}`, 'im')

const fields = {
  issuer: field('iss'),
  subject: field('sub|subject|subjectFromWebIdentityToken'),
  audience: field('aud'),
  repository: field('GITHUB_REPOSITORY|repository'),
  ref: field('GITHUB_REF|ref'),
  namespace: field('namespace|POD_NAMESPACE'),
  serviceAccount: field('serviceAccountName|serviceAccount|service_account_name'),
}

/** Reads what a paste says besides its error and its policies: claims, a workflow, a pod, a service account. Takes time linear in the text. */
export function evidenceIn(text: string): TokenEvidence {
  const found = (pattern: RegExp): string | undefined => pattern.exec(text)?.[1]
  const said = claimedIn(text) ?? subjectIn(text)
  const account = serviceAccountIn(text)
  // A controller's log names the namespace of what it works on, not its own.
  const manifests = text
    .split('\n')
    .filter((line) => !isLogLine(line))
    .join('\n')
  // A reference of Terraform names nothing.
  const foundHere = (pattern: RegExp): string | undefined =>
    /^[a-z0-9.-]+$/.exec(pattern.exec(manifests)?.[1] ?? '')?.[0]
  return {
    issuer: (found(fields.issuer) ?? clusterIn(text))?.replace(/^https:\/\//i, ''),
    subject: said?.isTrusted === false ? said.subject : undefined,
    trusted: said?.isTrusted ? said.subject : undefined,
    audience: found(fields.audience),
    repository: repositoryIn(found(fields.repository)) ?? repositoryOfRun(text),
    ref: found(fields.ref)?.match(/^refs\/.+/)?.[0],
    job: jobFacts(text),
    namespace:
      account?.namespace ??
      foundHere(fields.namespace) ??
      /(?:^|\s)(?:-n|--namespace)[ =]([a-z0-9-]{1,63})/m.exec(text)?.[1],
    serviceAccount: account?.name ?? foundHere(fields.serviceAccount),
    role: onlyOne(text.match(/arn:aws[\w-]{0,10}:iam::\d{12}:role\/[\w+=,.@/-]{1,200}/g) ?? []),
    signedIn: /\bunauthenticated\b|\bguest\b/i.test(text) ? false : undefined,
  }
}

/** A line of a structured log, as controllers of Kubernetes write it. */
const isLogLine = (line: string): boolean =>
  /["'](?:msg|level|logger|severity|controller|request)["']\s?[:=]/.test(line)

interface Said {
  readonly subject: string
  readonly isTrusted: boolean
}

/** Do the words before it in the same sentence speak of the trust policy, and not of a token? */
const isOfTrust = (before: string): boolean =>
  /\btrust(?:s|ed|ing)?\b[^.;{}]{0,100}$/i.test(before) && !/\btoken\b[^.;{}]{0,100}$/i.test(before)

/** A subject behind its label: `"sub": "…"`. */
function claimedIn(text: string): Said | undefined {
  const found = fields.subject.exec(text)
  const subject = found?.[1]?.match(/^.*[:/@].*$/)?.[0]
  if (!found || subject === undefined) return undefined
  return { subject, isTrusted: isOfTrust(text.slice(Math.max(0, found.index - 120), found.index)) }
}

const subjects =
  /(?:^|[\s"'`(=])((?:repo:[\w.-]{1,100}(?:@\d{1,20})?\/[\w.-]{1,100}(?:@\d{1,20})?:|project_path:[\w./-]{1,300}:ref_type:|system:serviceaccount:[a-z0-9-]{1,63}:)[\w./:@+-]{1,300})/

/** A subject in running text, in one of the unmistakable forms, and whether the words before it speak of the trust policy. */
function subjectIn(text: string): Said | undefined {
  const found = subjects.exec(text)
  if (found?.[1] === undefined) return undefined
  return { subject: found[1], isTrusted: isOfTrust(text.slice(Math.max(0, found.index - 120), found.index)) }
}

/** The URL of a cluster's issuer, where the paste holds one: `aws eks describe-cluster` prints it. */
const clusterIn = (text: string): string | undefined =>
  onlyOne(text.match(/https:\/\/oidc\.eks\.[a-z0-9-]{1,30}\.[a-z.]{1,40}\/id\/[A-Z0-9]{4,64}\b/g) ?? [])

/** The address of a workflow's run names its repository. */
const repositoryOfRun = (text: string): string | undefined =>
  /https:\/\/github\.com\/([\w.-]{1,100}\/[\w.-]{1,100})\/actions\/runs\//.exec(text)?.[1]

const repositoryIn = (text: string | undefined): string | undefined => text?.match(/^[\w.-]+\/[\w.-]+$/)?.[0]

function onlyOne(texts: readonly string[]): string | undefined {
  const [only, ...more] = new Set(texts)
  return more.length === 0 ? only : undefined
}
