import type { TokenEvidence } from '../evidence.ts'
import { type Slip, slipIn } from './slip.ts'
import { likelySubject, type SubjectMistake, type SubjectReader } from './subject-mistake.ts'

/**
 * Subjects of GitHub Actions: "repo:OWNER/REPO:ref:refs/heads/BRANCH", ":environment:NAME", ":pull_request".
 * https://docs.github.com/en/actions/reference/security/oidc
 */
export const gitHubSubject: SubjectReader = (value, { evidence }) =>
  slipIn(value, slips, 'GitHub') ?? otherRepository(value, evidence) ?? otherJob(value, evidence)

const slips: readonly Slip[] = [
  {
    pattern: /^https?:\/\/github\.com\/([\w.*-]+\/[\w.*-]+)(?:\.git)?\/?$/,
    to: 'repo:$1:*',
    text: 'Subjects begin with repo: and the repository’s name, not with its address.',
  },
  {
    pattern: /^(?!repo:|repository)([\w.*-]+\/[\w.*-]+)$/,
    to: 'repo:$1:*',
    text: 'Subjects begin with repo:, and the branch, environment, or event follows the repository.',
  },
  { pattern: /^(?!repo:|repository)([\w.*-]+\/[\w.*-]+:.+)$/, to: 'repo:$1', text: 'Subjects begin with repo:.' },
  {
    pattern: /^(repo:[\w.@-]+\/[\w.@-]+)$/,
    to: '$1:*',
    text: 'The branch, environment, or event follows the repository in every default subject.',
  },
  {
    pattern: /^(repo:[^:]+):(?:refs?:)?(?:refs\/)?heads\/([^:]+)$/,
    to: '$1:ref:refs/heads/$2',
    text: 'A branch reads ref:refs/heads/NAME.',
  },
  {
    pattern: /^(repo:[^:]+):(?:ref:)?branch:([^:]+)$/,
    to: '$1:ref:refs/heads/$2',
    text: 'A branch reads ref:refs/heads/NAME.',
  },
  {
    pattern: /^(repo:[^:]+):ref:(?!refs\/)([^:*?]+)$/,
    to: '$1:ref:refs/heads/$2',
    text: 'A branch reads ref:refs/heads/NAME.',
  },
  {
    pattern: /^(repo:[^:]+):(?!pull_request$)([\w.-]+)$/,
    to: '$1:ref:refs/heads/$2',
    text: 'A branch reads ref:refs/heads/NAME.',
  },
  {
    pattern: /^(repo:[^:]+):(?:ref:)?tags?[:/]([^:]+)$/,
    to: '$1:ref:refs/tags/$2',
    text: 'A tag reads ref:refs/tags/NAME.',
  },
  {
    pattern: /^(repo:[^:]+):env(?:ironments)?:([^:]+)$/,
    to: '$1:environment:$2',
    text: 'An environment reads environment:NAME.',
  },
]

/** "repo:OWNER/REPO" and the rest; undefined for subjects of another template. */
function parts(value: string): { readonly repository: string; readonly rest: string } | undefined {
  const [, repository, rest] = /^repo:([^:]+):(.+)$/.exec(value) ?? []
  return repository === undefined || rest === undefined ? undefined : { repository, rest }
}

function otherRepository(value: string, { repository }: TokenEvidence): SubjectMistake | undefined {
  const own = parts(value)
  if (!own || repository === undefined || /[*?@]/.test(own.repository) || own.repository === repository)
    return undefined
  const isCase = own.repository.toLowerCase() === repository.toLowerCase()
  const to = `repo:${repository}:${own.rest}`
  return {
    code: isCase ? 'case' : 'other-repository',
    certain: false,
    title: isCase ? 'The repository differs in upper and lower case' : 'The policy names another repository',
    text: `The policy names \`${own.repository}\`, and the paste \`${repository}\`.${isCase ? ' The comparison is case-sensitive.' : ''}`,
    to,
    subject: likelySubject(to),
  }
}

/** The job's environment replaces the branch in the subject: the mistake that people report most. */
function otherJob(value: string, { job, ref }: TokenEvidence): SubjectMistake | undefined {
  const own = parts(value)
  if (!own) return undefined
  const actual = jobSubject(own.rest, job, ref)
  if (actual === undefined) return undefined
  const to = actual.rest === undefined ? undefined : `repo:${own.repository}:${actual.rest}`
  return {
    code: actual.code,
    certain: false,
    title: actual.title,
    text: `${actual.text} The policy asks for \`${value}\`.`,
    to,
    subject: to === undefined ? undefined : likelySubject(to),
  }
}

interface JobSubject {
  readonly code: string
  /** What follows the repository; undefined where an expression names it. */
  readonly rest: string | undefined
  readonly title: string
  readonly text: string
}

function jobSubject(rest: string, job: TokenEvidence['job'], ref: string | undefined): JobSubject | undefined {
  const [kind = '', name] = /^(ref|environment|pull_request)(?::(.+))?$/.exec(rest)?.slice(1) ?? []
  if (kind === '' || /[*?]/.test(rest)) return undefined
  const environment = job?.environment
  if (environment !== undefined) {
    if (kind === 'environment' && (environment === '' || environment === name)) return undefined
    return {
      code: 'environment',
      rest: environment === '' ? undefined : `environment:${environment}`,
      title: 'The job has an environment, so its token’s subject names that instead of the branch',
      text:
        environment === ''
          ? 'The job’s environment comes from an expression, and the subject ends in environment: and its name.'
          : `The job has \`environment: ${environment}\`, and its token’s subject ends in \`environment:${environment}\`, whatever the branch is.`,
    }
  }
  if (job && kind === 'environment') {
    return {
      code: 'environment',
      rest: job.branch === undefined ? undefined : `ref:refs/heads/${job.branch}`,
      title: 'The policy wants an environment, and the job has none',
      text: `Without \`environment:\` in the job the subject names the branch or the event. Add \`environment: ${name ?? ''}\` to the job, or change the policy.`,
    }
  }
  return otherBranch(kind, name, job, ref)
}

function otherBranch(
  kind: string,
  name: string | undefined,
  job: TokenEvidence['job'],
  ref: string | undefined,
): JobSubject | undefined {
  if (kind === 'ref' && job?.isPullRequest) {
    return {
      code: 'pull-request',
      rest: 'pull_request',
      title: 'A pull request started the workflow, and the policy wants a branch',
      text: 'The subject of a pull request’s token ends in `pull_request`, whatever the branch is.',
    }
  }
  const actual = ref ?? (job?.branch === undefined ? undefined : `refs/heads/${job.branch}`)
  if (kind !== 'ref' || actual === undefined || actual === name) return undefined
  return {
    code: 'branch',
    rest: `ref:${actual}`,
    title: 'The policy names another branch',
    text: `The workflow ran for \`${actual}\`.`,
  }
}
