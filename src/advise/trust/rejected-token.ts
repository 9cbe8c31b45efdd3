import { oidcIssuer } from '../../reference/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import { shellWord } from '../shell-word.ts'
import type { RejectedToken } from './rejected.ts'
import { rejectedAssertion } from './rejected-assertion.ts'
import { lookAtToken } from './steps.ts'

const told = messagesOf('trust/rejected-token', {
  noProvider: 'The role’s account has no identity provider for the token’s issuer',
  noProviderText:
    'The token comes from {{issuer}}, and IAM has no OpenID Connect provider with this URL in the account.',
  audience: 'The identity provider in IAM doesn’t list the token’s audience',
  audienceText:
    'AWS compares the token’s aud with the client IDs of the identity provider before it looks at the trust policy, letter by letter.',
  audienceListed: 'The provider’s settings list `{{listed}}`.',
  keys: 'AWS couldn’t get the issuer’s keys',
  keysText:
    'AWS reads the issuer’s keys from the internet to check the token’s signature. The issuer’s URL didn’t answer in time, isn’t public, or has no keys for this token.',
  claim: 'The token has no {{claim}}',
  claimText:
    'AWS takes only tokens that have this claim. The token is another one than the one that the issuer makes for AWS, or it was asked for without an audience.',
  noPolicy: '{{text}} {{more}} AWS evaluated no policy, so no policy needs to change.',
  seeProviders: 'Compare the providers of the account with the issuer',
  seeProvidersText:
    'Run this in the role’s account. The part behind `oidc-provider/` must be the issuer without https://. A cluster that was created again has another ID.',
  create: 'Create the provider',
  createText: 'It must be in the same account as the role. Afterward, the role’s trust policy must name it, too.',
  seeAudiences: 'See which audiences the provider lists',
  seeAudiencesText: 'Compare them with the aud of the token.',
  add: 'Add the audience to the provider',
  addText:
    'IAM calls an audience a client ID. Or have the program ask for an audience that’s listed. The trust policy must accept the same one.',
  open: 'Open the issuer’s discovery document from outside your network',
  openText:
    'It must answer over HTTPS without a sign-in, its `issuer` must be the provider’s URL, and the address in `jwks_uri` must answer, too.',
  rightToken: 'Pass the ID token that has the claim',
  rightTokenText:
    'GitLab makes one for each entry of id_tokens with its aud, and other issuers take the audience when the token is asked for. An access token or a token for another system doesn’t work.',
})

/** Longer pastes hold the message in their first part. */
const longest = 20_000

/**
 * Reads why STS didn't accept a token; undefined where the message doesn't say.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export function rejectedToken(paste: string): RejectedToken | undefined {
  const text = paste.slice(0, longest)
  const [, issuer] =
    /No OpenIDConnect provider found in your account for ["'`]?(https?:\/\/[^\s"'`,)]{1,300})/i.exec(text) ?? []
  if (issuer !== undefined) return noProvider(issuer.replace(/\.$/, ''))
  if (/Incorrect token audience/i.test(text)) return otherAudience(text)
  if (/Couldn['’]t retrieve verification key/i.test(text)) return noKeys(text)
  const assertion = rejectedAssertion(text)
  if (assertion) return assertion
  const [, claim] = /Missing a required claim: (\w{1,30})/i.exec(text) ?? []
  return claim === undefined ? undefined : noClaim(claim)
}

const list = 'aws iam list-open-id-connect-providers'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
function noProvider(issuer: string): RejectedToken {
  const host = issuer.replace(/^https?:\/\//i, '')
  const audience = shellWord(oidcIssuer(host)?.audience, '<AUDIENCE>')
  return {
    title: told('noProvider'),
    text: filled(told('noProviderText', { issuer })),
    steps: [
      { title: told('seeProviders'), text: told('seeProvidersText'), owner: 'account administrator', command: list },
      {
        title: told('create'),
        text: told('createText'),
        owner: 'account administrator',
        // https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html
        command: host.startsWith('oidc.eks.')
          ? 'eksctl utils associate-iam-oidc-provider --cluster <CLUSTER_NAME> --approve'
          : `aws iam create-open-id-connect-provider --url ${shellWord(issuer, '<ISSUER_URL>')} --client-id-list ${audience}`,
      },
    ],
  }
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddClientIDToOpenIDConnectProvider.html */
function otherAudience(text: string): RejectedToken {
  const arn = shellWord(
    /arn:aws[\w-]{0,10}:iam::\d{12}:oidc-provider\/[\w.:/-]{1,300}/.exec(text)?.[0],
    '<PROVIDER_ARN>',
  )
  const [, listed] = /client[-_]?id[-_]?list["']?[\s:=[]{1,20}(?:- {1,4})?["']?([\w.:/-]{1,255})/i.exec(text) ?? []
  return {
    title: told('audience'),
    text: filled(told('audienceText'), listed === undefined ? '' : told('audienceListed', { listed })),
    steps: [
      {
        title: told('seeAudiences'),
        text: told('seeAudiencesText'),
        owner: 'account administrator',
        command: `aws iam get-open-id-connect-provider --open-id-connect-provider-arn ${arn} --query ClientIDList`,
      },
      lookAtToken,
      {
        title: told('add'),
        text: told('addText'),
        owner: 'account administrator',
        command: `aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${arn} --client-id ${audienceFor(text)}`,
      },
    ],
  }
}

/** GitHub's action and the pods of Amazon EKS ask for this audience unless they're told otherwise. */
const audienceFor = (text: string): string =>
  /oidc\.eks\.|eks\.amazonaws\.com|configure-aws-credentials|token\.actions\.githubusercontent/.test(text)
    ? 'sts.amazonaws.com'
    : '<AUDIENCE>'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html */
function noKeys(text: string): RejectedToken {
  const host = /oidc-provider\/([\w./-]{1,300})/.exec(text)?.[1]
  return {
    title: told('keys'),
    text: filled(told('keysText')),
    steps: [
      {
        title: told('open'),
        text: told('openText'),
        owner: 'caller',
        command: `curl -sS https://${shellWord(host, '<ISSUER>')}/.well-known/openid-configuration`,
      },
      { title: told('seeProviders'), text: told('seeProvidersText'), owner: 'account administrator', command: list },
    ],
  }
}

const noClaim = (claim: string): RejectedToken => ({
  title: told('claim', { claim }),
  text: filled(told('claimText')),
  steps: [{ title: told('rightToken'), text: told('rightTokenText'), owner: 'caller' }, lookAtToken],
})

const filled = (text: Text, more: Text = ''): Text => told('noPolicy', { text, more })
