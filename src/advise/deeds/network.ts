import { messagesOf } from '../../words/index.ts'
import { type DeedRow, type Doing, isTrue, isWanted, valuesOf, wantedOf } from './deed.ts'

const told = messagesOf('deeds-network', {
  fromNetwork: 'Call from the network that the policy names',
  fromNetworkText:
    'The policy accepts calls from {{values}} only. Connect to that network (VPN, VPC, or office) and call again. The command shows the address that AWS sees. If that address should be let in, the policy’s owner adds it{{rest}}.',
  deployApi: ', and deploys the API again',
  fromOtherNetwork: 'Call from another network',
  fromOtherNetworkText: 'The policy doesn’t accept calls from {{values}}. The command shows the address that AWS sees.',
  throughEndpoint: 'Call through a VPC endpoint',
  throughEndpointText:
    'The policy accepts calls from {{wanted}} only. A request carries this key only if it goes through a VPC endpoint for the service: without one, requests from inside the VPC don’t have it either. Call from an instance in that VPC, and check that the VPC has an endpoint and that the subnet’s route table uses it.',
  anyEndpointText:
    'The policy accepts only calls through a VPC endpoint for the service. Call from an instance in a VPC that has one, and check that the subnet’s route table uses it.',
  otherEndpoint: 'Don’t call through this VPC or endpoint',
  otherEndpointText: 'The policy doesn’t accept calls from {{values}}. Call from another VPC, or over the internet.',
  noEndpoint: 'Call over the internet, not through a VPC endpoint',
  noEndpointText: 'The policy accepts only calls that don’t come through a VPC endpoint.',
  ownedEndpoint: 'Call through a VPC endpoint of {{values}}',
  otherOwnedEndpoint: 'Don’t call through a VPC endpoint of {{values}}',
  ownedEndpointText:
    'The policy looks at who owns the VPC endpoint of the call. A call over the internet has no endpoint, and only some services send this key.',
  https: 'Call over HTTPS',
  httpsText:
    'The policy denies plain HTTP. The AWS CLI and the SDKs use HTTPS unless an endpoint URL begins with http://. In a link, write https://. The command shows an endpoint URL that you set.',
  http: 'Have the condition on aws:SecureTransport corrected',
  httpText:
    'As it is, the policy accepts only calls over plain HTTP, which is surely not meant. Its owner turns the value around.',
  tls: 'Call with TLS version {{wanted}}',
  tlsText: 'Update the AWS CLI, the SDK, or the operating system: current versions use TLS 1.2 or 1.3.',
})

const fromThere: Doing = (demand, { service }) => {
  const values = valuesOf(demand)
  const command = 'curl https://checkip.amazonaws.com'
  if (demand.want === 'one-of')
    return {
      title: told('fromNetwork'),
      // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html
      text: told('fromNetworkText', { values, rest: service === 'execute-api' ? told('deployApi') : '' }),
      command,
    }
  if (demand.want === 'none-of')
    return { title: told('fromOtherNetwork'), text: told('fromOtherNetworkText', { values }), command }
  return undefined
}

const endpoint: Doing = (demand) => {
  if (demand.want === 'absent') return { title: told('noEndpoint'), text: told('noEndpointText') }
  if (demand.want === 'none-of')
    return { title: told('otherEndpoint'), text: told('otherEndpointText', { values: valuesOf(demand) }) }
  return {
    title: told('throughEndpoint'),
    text:
      demand.want === 'present' ? told('anyEndpointText') : told('throughEndpointText', { wanted: wantedOf(demand) }),
    command: 'aws ec2 describe-vpc-endpoints',
  }
}

const ownedEndpoint: Doing = (demand) => {
  if (demand.want === 'absent') return { title: told('noEndpoint'), text: told('noEndpointText') }
  return {
    title: told(isWanted(demand) ? 'ownedEndpoint' : 'otherOwnedEndpoint', { values: valuesOf(demand) }),
    text: told('ownedEndpointText'),
    command: 'aws ec2 describe-vpc-endpoints',
  }
}

const https: Doing = (demand) =>
  isTrue(demand)
    ? { title: told('https'), text: told('httpsText'), command: 'aws configure get endpoint_url' }
    : {
        title: told('http'),
        text: told('httpText'),
        owner: 'account administrator',
        changesCondition: true,
      }

/** Keys about where a call comes from. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties */
export const networkDeeds: readonly DeedRow[] = [
  ['aws:securetransport', https],
  ['s3:tlsversion', (demand) => ({ title: told('tls', { wanted: wantedOf(demand) }), text: told('tlsText') })],
  ['aws:sourceip', fromThere],
  [['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn', 'aws:vpcsourceip'], endpoint],
  [['aws:vpceaccount', 'aws:vpceorgid', 'aws:vpceorgpaths'], ownedEndpoint],
]
