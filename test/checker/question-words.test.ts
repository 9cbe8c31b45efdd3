import { describe, expect, it } from 'vitest'
import { answerFor, questionFor } from '../../src/checker/question-words.ts'
import { globalKeys } from '../../src/reference/index.ts'

describe('a question about a deciding key uses plain words', () => {
  it.each([
    ['aws:MultiFactorAuthPresent', 'Was MFA used?'],
    ['AWS:sourceip', 'Which IP address did the call come from?'],
    ['aws:PrincipalTag/Cost Center', 'What is the value of the caller’s tag Cost Center?'],
    ['ec2:ResourceTag/team', 'What is the value of the resource’s tag team?'],
    ['aws:ResourceTag/team', 'What is the value of the resource’s tag team?'],
    ['token.actions.githubusercontent.com:sub', 'Which subject (sub) does the token name?'],
    ['oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:aud', 'Which audience (aud) does the token name?'],
    ['sharedByRam', 'Is it shared with you through AWS RAM?'],
    ['delegatedAdministrator', 'Is your account the organization’s delegated administrator for this service?'],
    ['dataAccessPolicy', 'Does a data access policy of OpenSearch Serverless allow it?'],
    ['cognitoGuest', 'Was the caller a guest of the identity pool, without signing in?'],
    ['aclGrantee', 'Does the bucket’s access control list (ACL) name the caller’s account?'],
    ['dynamodb:LeadingKeys', 'What was dynamodb:LeadingKeys in the request?'],
    ['__proto__', 'What is the value of __proto__?'],
    ['var.bucket', 'What is the value of var.bucket?'],
    ['what the rest of Policy 1 says', 'What does the rest of Policy 1 say about this call?'],
  ])('%s: %s', (key, question) => expect(questionFor(key).question).toBe(question))

  it.each(globalKeys.map(({ name }) => (name.endsWith('/') ? `${name}team` : name)))('%s', (key) => {
    expect(questionFor(key).question).not.toContain(key)
  })
})

describe('answers are plain words, too', () => {
  it.each([
    ['aws:MultiFactorAuthPresent', 'true', 'Yes'],
    ['aws:SecureTransport', 'False', 'No'],
    ['sharedByRam', 'true', 'Yes'],
    ['aws:MultiFactorAuthPresent', null, 'The call came with an access key, without a session'],
    ['aws:RequestedRegion', 'eu-west-1', 'eu-west-1'],
    ['aws:TagKeys', ['team', 'stage'], 'team, stage'],
    ['what the rest of Policy 1 says', 'allows this', 'It allows the call'],
    ['what the YAML on line 4 says', null, 'It doesn’t mention it'],
    ['dynamodb:LeadingKeys', null, 'The request doesn’t carry it'],
  ])('%s is %s: %s', (key, value, words) => expect(answerFor(key, value)).toBe(words))
})
