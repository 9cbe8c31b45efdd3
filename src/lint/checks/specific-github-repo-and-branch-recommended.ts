import { accessAnalyzer } from '../check.ts'
import { valuePath } from '../condition-values.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { gitHub } from '../oidc.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const specificGithubRepoAndBranchRecommended = check({
  code: 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
  type: 'WARNING',
  title: 'A wildcard in the repository or branch of GitHub',
  messages: {
    environment:
      'A subject with an environment names no branch. GitHub decides which branches can deploy to the environment, so this is fine if that rule is set.',
    found:
      '`{{value}}` matches more than one repository or branch. Write out the repository and branch: repo:<OWNER>/<REPOSITORY>:ref:refs/heads/<BRANCH>.',
  },
  policyTypes: ['trust'],
  needs: /^token\.actions\.githubusercontent\.com:sub$/,
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:anycompany/*" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:anycompany/web:ref:refs/heads/main" } } }',
  ),

  source: accessAnalyzer,
  *find(subject) {
    for (const { condition, key, statement } of subject.conditions) {
      const operator = condition.operator.value
      if (statement.effect?.value !== 'Allow' || key !== `${gitHub}:sub` || !operator || operator.negated) continue
      for (const value of condition.values) {
        const isOpen = operator.comparison === 'string-like' && /[*?]/.test(value.value.raw)
        if (!isOpen && isEnvironment.test(value.value.raw))
          yield { path: valuePath(condition, value), span: value.span, message: told('environment'), folded: true }
        if (!isOpen) continue
        const message = told('found', { value: value.value.raw })
        yield { path: valuePath(condition, value), span: value.span, message }
      }
    }
  },
})

const isEnvironment = /^repo:[^:]{1,200}:environment:/
