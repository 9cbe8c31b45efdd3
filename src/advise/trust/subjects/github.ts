import { matches } from '../../../iam/index.ts'
import { messagesOf, type Text } from '../../../words/index.ts'
import type { TokenEvidence } from '../evidence.ts'
import { type Slip, slipIn } from './slip.ts'
import { likelySubject, type SubjectMistake, type SubjectReader } from './subject-mistake.ts'

const told = messagesOf('trust/subjects/github', {
  subjectsBeginRepo: 'Subjects begin with repo: and the repository’s name, not with its address.',
  subjectsBeginRepoBranch: 'Subjects begin with repo:, and the branch, environment, or event follows the repository.',
  subjectsBeginRepoB: 'Subjects begin with repo:.',
  branchEnvironmentEvent: 'The branch, environment, or event follows the repository in every default subject.',
  branchReadsRef: 'A branch reads `ref:refs/heads/<BRANCH>`.',
  tagReadsRef: 'A tag reads ref:refs/tags/<TAG>.',
  environmentReadsEnvironment: 'An environment reads environment:<ENVIRONMENT>.',
  repositoryDiffersUpper: 'The repository differs in upper and lower case',
  ownerDiffersUpper: 'The repository’s owner differs in upper and lower case',
  policyNamesAnother: 'The policy names another repository',
  comparisonCaseSensitive: 'The comparison is case-sensitive.',
  repositoryDiffersUpperText: 'The policy names `{{repository}}`, and the paste `{{repositoryB}}`. {{rest}}',
  repositoryDiffersUpperTextForOthers: 'The policy names `{{repository}}`, and the token `{{repositoryB}}`. {{rest}}',
  policyAsks: '{{text}} The policy asks for `{{value}}`.',
  jobEnvironmentTokens: 'The job has an environment, so its token’s subject names that instead of the branch',
  jobEnvironmentTokensText:
    'The job’s environment comes from an expression, and the subject ends in environment: and its name.',
  jobEnvironmentTokensSubject:
    'The job has `environment: {{environment}}`, and its token’s subject ends in `environment:{{environment}}`, whatever the branch is.',
  nameEnvironment: 'Change `{{value}}` to `{{to}}`, with the name that the expression had in this run.',
  policyWantsEnvironment: 'The policy wants an environment, and the job has none',
  policyWantsEnvironmentText:
    'Without `environment:` in the job the subject names the branch or the event. Add `environment: {{name}}` to the job, or change the policy.',
  pullRequestStarted: 'A pull request started the workflow, and the policy wants a branch',
  pullRequestStartedText: 'The subject of a pull request’s token ends in `pull_request`, whatever the branch is.',
  policyNamesAnotherBranch: 'The policy names another branch',
  policyNamesAnotherText: 'The workflow ran for `{{actual}}`.',
})

/**
 * Subjects of GitHub Actions: "repo:OWNER/REPO:ref:refs/heads/BRANCH", ":environment:NAME", ":pull_request".
 * https://docs.github.com/en/actions/reference/security/oidc
 */
export const gitHubSubject: SubjectReader = (value, { evidence }) =>
  slipIn(value, slips, 'GitHub') ??
  otherRepository(value, evidence) ??
  ownerInOtherCase(value, evidence) ??
  otherJob(value, evidence)

const slips: readonly Slip[] = [
  {
    pattern: /^https?:\/\/github\.com\/([\w.*-]+\/[\w.*-]+)(?:\.git)?\/?$/,
    to: 'repo:$1:*',
    text: told('subjectsBeginRepo'),
  },
  {
    pattern: /^(?!repo:|repository)([\w.*-]+\/[\w.*-]+)$/,
    to: 'repo:$1:*',
    text: told('subjectsBeginRepoBranch'),
  },
  { pattern: /^(?!repo:|repository)([\w.*-]+\/[\w.*-]+:.+)$/, to: 'repo:$1', text: told('subjectsBeginRepoB') },
  {
    pattern: /^(repo:[\w.@-]+\/[\w.@-]+)$/,
    to: '$1:*',
    text: told('branchEnvironmentEvent'),
  },
  {
    pattern: /^(repo:[^:]+):(?:refs?:)?(?:refs\/)?heads\/([^:]+)$/,
    to: '$1:ref:refs/heads/$2',
    text: told('branchReadsRef'),
  },
  {
    pattern: /^(repo:[^:]+):(?:ref:)?branch:([^:]+)$/,
    to: '$1:ref:refs/heads/$2',
    text: told('branchReadsRef'),
  },
  {
    pattern: /^(repo:[^:]+):ref:(?!refs\/)([^:*?]+)$/,
    to: '$1:ref:refs/heads/$2',
    text: told('branchReadsRef'),
  },
  {
    pattern: /^(repo:[^:]+):(?!pull_request$)([\w.-]+)$/,
    to: '$1:ref:refs/heads/$2',
    text: told('branchReadsRef'),
  },
  {
    pattern: /^(repo:[^:]+):(?:ref:)?tags?[:/]([^:]+)$/,
    to: '$1:ref:refs/tags/$2',
    text: told('tagReadsRef'),
  },
  {
    pattern: /^(repo:[^:]+):env(?:ironments)?:([^:]+)$/,
    to: '$1:environment:$2',
    text: told('environmentReadsEnvironment'),
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
    title: isCase ? told('repositoryDiffersUpper') : told('policyNamesAnother'),
    text: told('repositoryDiffersUpperText', {
      repository: own.repository,
      repositoryB: repository,
      rest: isCase ? told('comparisonCaseSensitive') : '',
    }),
    to,
    subject: likelySubject(to),
  }
}

/** "repo:owner/*" for a repository of "Owner": the pattern leaves the repository open, and its owner never matches. */
function ownerInOtherCase(value: string, { repository }: TokenEvidence): SubjectMistake | undefined {
  const [, owner, behind] = /^repo:([\w.-]+)(\/.*[*?].*)$/.exec(value) ?? []
  const [, actual] = /^([\w.-]+)\//.exec(repository ?? '') ?? []
  if (owner === undefined || behind === undefined || repository === undefined || actual === undefined) return undefined
  if (owner === actual || owner.toLowerCase() !== actual.toLowerCase()) return undefined
  const to = `repo:${actual}${behind}`
  return {
    code: 'case',
    certain: false,
    title: told('ownerDiffersUpper'),
    text: told('repositoryDiffersUpperText', {
      repository: `${owner}${behind}`,
      repositoryB: repository,
      rest: told('comparisonCaseSensitive'),
    }),
    to,
    subject: behind === '/*' ? `repo:${repository}:ref:refs/heads/main` : likelySubject(to),
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
    text: told('policyAsks', { text: actual.text, value }),
    to,
    subject: to === undefined ? undefined : likelySubject(to),
    ...(job?.environment === ''
      ? { ask: told('nameEnvironment', { value, to: `repo:${own.repository}:environment:<ENVIRONMENT_NAME>` }) }
      : {}),
  }
}

interface JobSubject {
  readonly code: string
  /** What follows the repository; undefined where an expression names it. */
  readonly rest: string | undefined
  readonly title: Text
  readonly text: Text
}

function jobSubject(rest: string, job: TokenEvidence['job'], ref: string | undefined): JobSubject | undefined {
  const [kind = '', name] = /^(ref|environment|pull_request)(?::(.+))?$/.exec(rest)?.slice(1) ?? []
  if (kind === '') return undefined
  const environment = job?.environment
  if (environment !== undefined) {
    if (kind === 'environment' && (environment === '' || matches(name ?? '', environment))) return undefined
    return {
      code: 'environment',
      rest: environment === '' ? undefined : `environment:${environment}`,
      title: told('jobEnvironmentTokens'),
      text:
        environment === '' ? told('jobEnvironmentTokensText') : told('jobEnvironmentTokensSubject', { environment }),
    }
  }
  if (/[*?]/.test(rest)) return undefined
  if (job && kind === 'environment') {
    return {
      code: 'environment',
      rest: job.branch === undefined ? undefined : `ref:refs/heads/${job.branch}`,
      title: told('policyWantsEnvironment'),
      text: told('policyWantsEnvironmentText', { name: name ?? '' }),
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
      title: told('pullRequestStarted'),
      text: told('pullRequestStartedText'),
    }
  }
  const actual = ref ?? (job?.branch === undefined ? undefined : `refs/heads/${job.branch}`)
  if (kind !== 'ref' || actual === undefined || actual === name) return undefined
  return {
    code: 'branch',
    rest: `ref:${actual}`,
    title: told('policyNamesAnotherBranch'),
    text: told('policyNamesAnotherText', { actual }),
  }
}
