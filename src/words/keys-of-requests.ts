import type { KeyWords } from './key-words.ts'

const always = 'Every request.'
const throughEndpoint = 'Requests that come through a VPC endpoint.'
const notThroughEndpoint = 'Requests over public endpoints, calls that a service forwards, and calls by AWS services.'
const someServices = 'Requests that come through a VPC endpoint, to the services that AWS lists for this key.'
const notSomeServices =
  'Requests to other services, even through an endpoint; requests over public endpoints; calls that a service forwards; and calls by AWS services.'
const forService = 'Calls that an AWS service makes as itself on behalf of a resource, if the service passes the key.'
const notForService = 'Calls by users and roles, calls that a service forwards, and anonymous requests.'
const forwarded = 'Calls that a service makes with its caller’s credentials (forward access sessions).'
const notForwarded = 'Direct calls, calls with a service role or service-linked role, and calls by AWS services.'
const mostActions = 'Requests for almost every action.'
const fewActions =
  'Requests for the few actions that AWS lists for this key, such as accepting a VPC peering connection.'
const memberResources = 'Requests for a resource whose account is in an organization.'
const nonMemberResources = 'Requests for resources outside any organization, and for the few actions that AWS lists.'
const forgeable = 'The caller can write any value into it. Don’t use it to keep someone out.'

/** Keys that say where a request comes from, what it's for, and what it sets. */
export const keysOfRequests: readonly (readonly [key: string, words: KeyWords])[] = [
  [
    'aws:SourceIp',
    {
      holds: 'The public IP address that the request comes from.',
      present: 'Requests over public endpoints, and calls that a service then forwards.',
      absent: 'Requests through a VPC endpoint (use aws:VpcSourceIp), and calls by AWS services.',
      care: 'Private address ranges never match.',
    },
  ],
  [
    'aws:SourceVpc',
    { holds: 'The ID of the VPC that the request comes from.', present: throughEndpoint, absent: notThroughEndpoint },
  ],
  [
    'aws:SourceVpcArn',
    { holds: 'The ARN of the VPC that the request comes from.', present: someServices, absent: notSomeServices },
  ],
  [
    'aws:SourceVpce',
    {
      holds: 'The ID of the VPC endpoint that the request comes through.',
      present: throughEndpoint,
      absent: notThroughEndpoint,
    },
  ],
  [
    'aws:VpceAccount',
    {
      holds: 'The ID of the account that owns the VPC endpoint.',
      present: someServices,
      absent: notSomeServices,
    },
  ],
  [
    'aws:VpceOrgID',
    {
      holds: 'The ID of the organization that the VPC endpoint’s account is in.',
      present: someServices,
      absent: notSomeServices,
    },
  ],
  [
    'aws:VpceOrgPaths',
    {
      holds: 'The path of the VPC endpoint’s account through its organization.',
      present: someServices,
      absent: notSomeServices,
    },
  ],
  [
    'aws:VpcSourceIp',
    {
      holds: 'The private IP address that the request comes from.',
      present: throughEndpoint,
      absent: notThroughEndpoint,
      care: 'Private addresses exist in many VPCs. Use it together with aws:SourceVpc or aws:SourceVpce.',
    },
  ],
  [
    'aws:ResourceAccount',
    { holds: 'The ID of the account that owns the resource.', present: mostActions, absent: fewActions },
  ],
  [
    'aws:ResourceOrgID',
    {
      holds: 'The ID of the organization that the resource’s account is in.',
      present: memberResources,
      absent: nonMemberResources,
      care: 'Resources that AWS owns, such as public AMIs, are outside your organization.',
    },
  ],
  [
    'aws:ResourceOrgPaths',
    {
      holds: 'The path of the resource’s account through its organization.',
      present: memberResources,
      absent: nonMemberResources,
    },
  ],
  [
    'aws:ResourceTag/',
    {
      holds: 'The value of a tag on the resource. The tag’s key follows the slash.',
      present: 'Requests for a resource with the tag, if its service supports tags in authorization.',
      absent:
        'Requests for resources without the tag, for services without tag support, and for actions without a resource.',
    },
  ],
  [
    'aws:CalledVia',
    {
      holds: 'The services that forwarded the call, in order, such as cloudformation.amazonaws.com.',
      present: forwarded,
      absent: notForwarded,
    },
  ],
  [
    'aws:CalledViaFirst',
    { holds: 'The first service in the chain that forwarded the call.', present: forwarded, absent: notForwarded },
  ],
  [
    'aws:CalledViaLast',
    { holds: 'The last service in the chain that forwarded the call.', present: forwarded, absent: notForwarded },
  ],
  [
    'aws:ViaAWSService',
    {
      holds: 'Whether a service makes the call with its caller’s credentials.',
      present: 'Every request. It’s false for direct calls.',
      absent: undefined,
    },
  ],
  [
    'aws:CalledViaAWSMCP',
    {
      holds: 'The service principal of the AWS managed MCP server that forwarded the call.',
      present: 'Calls that an AWS managed MCP server forwards.',
      absent: 'Direct calls.',
    },
  ],
  [
    'aws:ViaAWSMCPService',
    {
      holds: 'Whether an AWS managed MCP server forwarded the call.',
      present: 'Calls that an AWS managed MCP server forwards.',
      absent: 'Direct calls.',
      care: 'AWS’s page also says that it’s false for direct calls. BoolIfExists works in both cases.',
    },
  ],
  [
    'aws:IsMcpServiceAction',
    {
      holds: 'Whether the action is one of an MCP service itself.',
      present: 'Requests for the actions of MCP services.',
      absent: 'All other requests, including the calls that an MCP service makes in turn.',
    },
  ],
  ['aws:CurrentTime', { holds: 'When AWS received the request.', present: always, absent: undefined }],
  [
    'aws:EpochTime',
    { holds: 'When AWS received the request, in seconds since 1970.', present: always, absent: undefined },
  ],
  [
    'aws:referer',
    {
      holds: 'The address of the web page whose link led to the request.',
      present: 'Requests by a browser that sends the header.',
      absent: 'Calls by SDKs and the CLI, and addresses that someone typed.',
      care: forgeable,
    },
  ],
  [
    'aws:UserAgent',
    {
      holds: 'The program that makes the request, in its own words.',
      present: always,
      absent: undefined,
      care: forgeable,
    },
  ],
  [
    'aws:RequestedRegion',
    {
      holds: 'The Region whose endpoint gets the request.',
      present: always,
      absent: undefined,
      care: 'Global services such as IAM count as us-east-1. A Region lock has to exempt them.',
    },
  ],
  [
    'aws:RequestTag/',
    {
      holds: 'The value of a tag that the request sets. The tag’s key follows the slash.',
      present: 'Requests that set the tag.',
      absent: 'Requests without tags, and operations that don’t take tags.',
    },
  ],
  [
    'aws:TagKeys',
    {
      holds: 'The keys of all tags that the request sets or removes.',
      present: 'Requests with tags.',
      absent: 'Requests without tags, and operations that don’t take tags.',
      care: 'ForAllValues also matches a request without tags. In an Allow, add Null with false.',
    },
  ],
  [
    'aws:SecureTransport',
    {
      holds: 'Whether the request came over TLS.',
      present: always,
      absent: undefined,
    },
  ],
  [
    'aws:SourceArn',
    {
      holds: 'The ARN of the resource on whose behalf a service calls, such as the bucket that sends a notification.',
      present: forService,
      absent: notForService,
      care: 'It isn’t the ARN of the caller: that’s aws:PrincipalArn.',
    },
  ],
  [
    'aws:SourceAccount',
    {
      holds: 'The account of the resource on whose behalf a service calls.',
      present: forService,
      absent: notForService,
    },
  ],
  [
    'aws:SourceOrgID',
    {
      holds: 'The organization of the resource on whose behalf a service calls.',
      present: forService,
      absent: `${notForService} Also calls for a resource outside any organization.`,
    },
  ],
  [
    'aws:SourceOrgPaths',
    {
      holds: 'The path through the organization of the resource on whose behalf a service calls.',
      present: forService,
      absent: `${notForService} Also calls for a resource outside any organization.`,
    },
  ],
  [
    'aws:SourceOwner',
    {
      holds:
        'The account of the resource on whose behalf Amazon SNS is called. It’s the older form of aws:SourceAccount.',
      present: 'Some calls to Amazon SNS by other services.',
      absent: 'All other requests.',
    },
  ],
]
