import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { gitHub, trustedProviders } from '../oidc.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingGithubRepoConditionKey = check({
  code: 'MISSING_GITHUB_REPO_CONDITION_KEY',
  type: 'SECURITY_WARNING',
  title: 'Every GitHub repository can assume the role',
  messages: {
    found:
      'Pipelines of every repository on GitHub can assume this role. Add the condition `{{sub}}` with your repository and branch.',
  },
  policyTypes: ['trust'],
  needs: 'principal',
  wrong: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } } }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com", "token.actions.githubusercontent.com:sub": "repo:anycompany/web:ref:refs/heads/main" } } }',
  ),

  source: accessAnalyzer,
  *find(subject) {
    for (const { host, entry, statement } of trustedProviders(subject)) {
      const keys = statement.conditions.map(({ key }) => key.value.toLowerCase())
      if (host !== gitHub || keys.some((key) => key === `${gitHub}:sub` || key === `${gitHub}:job_workflow_ref`))
        continue
      const message = told('found', { sub: `${gitHub}:sub` })
      yield { path: entry.path, span: entry.span, message }
    }
  },
})
