import { messagesOf } from '../../words/index.ts'
import type { Step } from '../diagnosis.ts'
import type { RejectedToken } from './rejected.ts'
import { lookAtAssertion } from './steps.ts'

const told = messagesOf('trust/rejected-assertion', {
  signature: 'The SAML response’s signature doesn’t fit the metadata of the provider in IAM',
  signatureText:
    'Usually the identity provider has a new signing certificate, and IAM still has the metadata with the old one. AWS evaluated no policy, so no policy needs to change.',
  issuer: 'The SAML response comes from another issuer than the metadata of the provider in IAM',
  issuerText:
    'The Issuer of the response must be the one in the metadata that was uploaded to IAM. AWS evaluated no policy, so no policy needs to change.',
  provider: 'The SAML response names a provider that IAM doesn’t have',
  providerText:
    'The Role attribute holds the ARNs of the role and of the SAML provider. The provider’s name must be the one in the role’s account, letter by letter. AWS evaluated no policy, so no policy needs to change.',
  session: 'The SAML response has no session name that AWS accepts',
  sessionText:
    'The attribute https://aws.amazon.com/SAML/Attributes/RoleSessionName must be in the response, with 2 to 64 letters, digits, or characters of +=,.@_-. Usually it’s the user’s ID or email address. AWS evaluated no policy, so no policy needs to change.',
  update: 'Give IAM the provider’s current metadata',
  updateText:
    'Download the metadata file from the identity provider, and update the provider in the role’s account with it.',
  compare: 'See which SAML providers the account has',
  compareText: 'Run this in the role’s account, and compare the names with the ARN in the response.',
  map: 'Map the attribute in the identity provider',
  mapText: 'In the settings of the AWS application there, map RoleSessionName to the user’s name or email address.',
})

const update: Step = {
  title: told('update'),
  text: told('updateText'),
  owner: 'account administrator',
  command:
    'aws iam update-saml-provider --saml-provider-arn arn:aws:iam::<ACCOUNT_ID>:saml-provider/<PROVIDER_NAME> --saml-metadata-document file://metadata.xml',
}

const compare: Step = {
  title: told('compare'),
  text: told('compareText'),
  owner: 'account administrator',
  command: 'aws iam list-saml-providers',
}

const map: Step = { title: told('map'), text: told('mapText'), owner: 'account administrator' }

const kinds: readonly (readonly [pattern: RegExp, rejected: RejectedToken])[] = [
  [
    /Response signature invalid|SAML Assertion signature is invalid/i,
    { title: told('signature'), text: told('signatureText'), steps: [update, compare], isSaml: true },
  ],
  [
    /Issuer not present in specified provider/i,
    { title: told('issuer'), text: told('issuerText'), steps: [update, lookAtAssertion], isSaml: true },
  ],
  [
    /Specified provider doesn['’]t exist/i,
    { title: told('provider'), text: told('providerText'), steps: [compare, lookAtAssertion], isSaml: true },
  ],
  [
    /RoleSessionName (?:is required )?in AuthnResponse/i,
    { title: told('session'), text: told('sessionText'), steps: [map, lookAtAssertion], isSaml: true },
  ],
]

/** What STS says is wrong with a SAML response before it looks at a trust policy. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html */
export const rejectedAssertion = (text: string): RejectedToken | undefined =>
  kinds.find(([pattern]) => pattern.test(text))?.[1]
