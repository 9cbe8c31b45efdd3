import { isNonEmpty } from '../../text/index.ts'
import { dataText, messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { articleInstead } from '../look-alike-articles.ts'
import type { Asked } from '../situation.ts'
import { rejectedToken } from '../trust/rejected-token.ts'
import { lacksIdToken } from '../trust/workflow.ts'

const told = messagesOf('credential-problem', {
  title: 'AWS rejected your credentials, not your permissions',
  titleForOthers: 'AWS rejected my credentials, not my permissions',
  unsigned: 'The request wasn’t signed, or its URL doesn’t exist',
  noToken: 'The workflow doesn’t ask GitHub for a token, so there are no credentials',
  noTokenText:
    'configure-aws-credentials exchanges GitHub’s token for the role’s credentials. Without `id-token: write` the job gets no token. {{rest}}',
  noPolicy: 'AWS evaluated no policy, so no policy needs to change.',
  letJobAsk: 'Let the job ask for a token',
  letJobAskText:
    'Add `id-token: write` under `permissions:` of the workflow or the job. As soon as `permissions:` lists something, everything else is off, so list `contents: read` for the checkout, too. For a reusable workflow, the calling job must allow it.',
  fork: 'If a fork’s pull request started it',
  forkText:
    'Such a run gets neither a token that can write nor secrets, so a role ARN in a secret is empty. Run the step for branches of the repository only.',
  couldntIdentifyKeys: 'AWS couldn’t identify you from the keys or the token.',
  couldntIdentifyKeysForOthers: 'AWS couldn’t identify me from the keys or the token.',
  explanation: '{{insteadOf}} AWS evaluated no policy, so no policy needs to change.',
  explanationForOthers: 'AWS evaluated no policy, so no policy needs to change.',
  keysComeGet: 'If the keys come from get-session-token, make them with MFA',
  keysComeGetText:
    'IAM and most of STS accept such keys only if they were made with an MFA code. Make them again with one, or use the user’s long-term keys or a role for calls to IAM.',
  checkUrl: 'If the URL is an API of API Gateway, check its path and method',
  checkUrlText:
    'API Gateway says the same for a path or a method that isn’t deployed in the stage, and a browser’s address bar always sends GET. The command lists the paths. If the method asks for IAM, sign the request.',
  leftKeys: 'Clear the credentials that the job already has',
  leftKeysText:
    'An earlier step, or a self-hosted runner, leaves AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, and AWS_SESSION_TOKEN in the environment. Keys that go with another session token are unknown to AWS. Set unset-current-credentials: true on the step that fails. To go on from the first role, set role-chaining: true and leave out the keys. On a self-hosted runner, remove the variables from its service.',
  seeIdentityTools: 'See which identity your tools use',
  seeIdentityToolsForOthers: 'See which identity my tools use',
  seeIdentityToolsText:
    'If this fails too, the credentials themselves are expired, incomplete or wrong. If it works, it shows who AWS takes you for.',
  renewCredentials: 'Renew the credentials',
  renewCredentialsText:
    'Sign in again, or make new keys. Look for old keys in environment variables (AWS_ACCESS_KEY_ID, AWS_SESSION_TOKEN) and in ~/.aws/credentials: they take precedence over newer ones. Check the machine’s clock as well: a wrong time makes signatures invalid.',
})

/** AWS couldn’t authenticate the caller, so it evaluated no policy. */
export const credentialProblem = defineCause({
  id: 'credential-problem',
  article: 'credentials/rejected-credentials',
  applies: ({ denial, given, asked }) =>
    denial.kind === 'credential-problem' && !given.action
      ? {
          denial,
          isUnsigned: denial.insteadTopic === 'unsigned',
          isOfIam: isSessionForIam(given.paste, asked),
          token: rejectedToken(given.paste),
          isInWorkflow: denial.insteadTopic === 'invalid-key' && /configure-aws-credentials/.test(given.paste),
          hasNoToken: denial.insteadTopic === 'no-credentials' && lacksIdToken(given.paste),
        }
      : undefined,
  explain: ({ denial, isUnsigned, hasNoToken, token }) => {
    if (token)
      return {
        article: token.isSaml ? 'roles/saml' : 'roles/oidc-others',
        title: token.title,
        explanation: token.text,
        basis: 'message',
      }
    return hasNoToken
      ? {
          article: 'roles/github-oidc',
          title: told('noToken'),
          explanation: told('noTokenText', { rest: told('noPolicy') }),
        }
      : {
          ...articleInstead(denial),
          title: told(isUnsigned ? 'unsigned' : 'title'),
          explanation: told('explanation', {
            insteadOf: denial.insteadOf === undefined ? told('couldntIdentifyKeys') : dataText(denial.insteadOf),
          }),
          basis: 'message',
        }
  },
  steps: ({ isUnsigned, isOfIam, isInWorkflow, hasNoToken, token }) => {
    if (token && isNonEmpty(token.steps)) return token.steps
    if (hasNoToken) return [idTokenStep, forkStep]
    if (isInWorkflow) return [leftKeysStep, identityStep, renewStep]
    if (isUnsigned) return [urlStep, identityStep, renewStep]
    return isOfIam ? [withMfa, identityStep, renewStep] : [identityStep, renewStep]
  },
})

/** https://github.com/aws-actions/configure-aws-credentials */
const leftKeysStep: Step = {
  title: told('leftKeys'),
  text: told('leftKeysText'),
  owner: 'caller',
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions */
const idTokenStep: Step = {
  title: told('letJobAsk'),
  text: told('letJobAskText'),
  owner: 'caller',
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflows-in-forked-repositories */
const forkStep: Step = {
  title: told('fork'),
  text: told('forkText'),
  owner: 'caller',
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
const urlStep: Step = {
  title: told('checkUrl'),
  text: told('checkUrlText'),
  owner: 'caller',
  command: 'aws apigateway get-resources --rest-api-id <API_ID> --query "items[].path" --output text',
}

/** IAM accepts no session of GetSessionToken without MFA, and answers that it doesn’t know the token. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
const withMfa: Step = {
  title: told('keysComeGet'),
  text: told('keysComeGetText'),
  owner: 'caller',
  command: 'aws sts get-session-token --serial-number arn:aws:iam::<ACCOUNT_ID>:mfa/<DEVICE_NAME> --token-code 123456',
}

/** A call to IAM with a token that AWS says it doesn’t know. */
const isSessionForIam = (paste: string, asked: Asked | undefined): boolean =>
  /InvalidClientTokenId/.test(paste.slice(0, 20_000)) &&
  (asked?.service === 'iam' || /get-session-token|GetSessionToken/.test(paste.slice(0, 20_000)))

const identityStep: Step = {
  title: told('seeIdentityTools'),
  text: told('seeIdentityToolsText'),
  owner: 'caller',
  command: 'aws sts get-caller-identity',
}

const renewStep: Step = {
  title: told('renewCredentials'),
  text: told('renewCredentialsText'),
  owner: 'caller',
}
