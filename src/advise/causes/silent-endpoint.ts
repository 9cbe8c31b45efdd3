import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn, statementToAdd } from '../fixes/allow-in.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { type Silent, silentLayer } from '../silent.ts'

const told = messagesOf('silent-endpoint', {
  title: 'The VPC endpoint does not let {{action}} through',
  explanation:
    'The call went through a VPC endpoint, and the endpoint’s policy does not allow {{action}}. The same call from outside the VPC does not meet this policy. {{near}}',
  explanationIf:
    'If the call went through the VPC endpoint whose policy you gave, that policy stops it: it does not allow {{action}}. The same call from outside the VPC does not meet this policy. {{near}}',
  explanationIfForOthers:
    'If the call went through the VPC endpoint whose policy I have, that policy stops it: it does not allow {{action}}. The same call from outside the VPC does not meet this policy. {{near}}',
  allowEndpointsPolicy: 'Allow {{action}} in the endpoint’s policy',
  allowEndpointsPolicyText:
    'The network administrator of this account adds a statement that allows it. An endpoint without its own policy allows everything.',
  note: 'Only this caller and this action are let through. The other policies still decide.',
})

/** The policy of the VPC endpoint does not let this through. https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
export const silentEndpoint = defineCause<Silent>({
  id: 'silent-endpoint',
  article: 'policies/vpc-endpoint',
  applies: (situation) => silentLayer(situation, 'vpc-endpoint'),
  explain: ({ situation }) => ({
    title: told('title', { action: situation.asked.action }),
    // A policy that was pasted doesn't say that the call went through its endpoint.
    explanation: told(situation.stated.policyType === 'vpc-endpoint' ? 'explanation' : 'explanationIf', {
      action: situation.asked.action,
      near: nearPhrase(nearest(situation, 'vpc-endpoint')),
    }),
  }),
  steps: ({ situation }) => [
    meetCondition(situation, 'vpc-endpoint') ?? {
      title: told('allowEndpointsPolicy', { action: situation.asked.action }),
      text: told('allowEndpointsPolicyText'),
      owner: 'account administrator',
      statement: statementToAdd(situation, 'vpc-endpoint'),
    },
    ...unseenSteps(situation),
  ],
  fixes: ({ situation }) =>
    allowIn(situation, {
      type: 'vpc-endpoint',
      note: told('note'),
    }),
})
