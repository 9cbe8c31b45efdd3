// Names in host names: what stands before the part that belongs to AWS or to another provider, and the domains of companies.
import { storeHost } from '../../denial/index.ts'
import { namesInIssuer, oidcIssuer, oidcIssuers } from '../../reference/index.ts'

const label = '[a-z0-9_-]{1,63}'
const labels = `((?:${label}\\.){0,4}${label})`
const region = '[a-z]{2}(?:-[a-z]{2,12}){1,3}-\\d'

/** Endings of host names behind names that customers choose, or behind IDs of one customer. */
const ownPlaces: readonly RegExp[] = [
  // https://docs.aws.amazon.com/singlesignon/latest/userguide/using-the-portal.html, https://docs.aws.amazon.com/IAM/latest/UserGuide/console_account-alias.html
  `(?:awsapps\\.com|signin\\.(?:aws|amazonaws)|portal\\.${region}\\.app\\.aws)`,
  // https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html, https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html
  `(?:lambda-url|execute-api|appsync-api|appsync-realtime-api|auth|iot|credentials\\.iot|server\\.transfer|studio|notebook|app)\\.${region}\\.(?:on\\.aws|amazonaws|amazoncognito|sagemaker)`,
  `${region}\\.(?:rds|docdb|neptune|redshift|redshift-serverless|es|aoss|elb|cache|eks|elasticbeanstalk|cloudsearch|airflow|awsapprunner)\\.(?:amazonaws|com)`,
  '(?:\\d{4}\\.)?[a-z]{3,4}\\d\\.(?:cache|memorydb|dax-clusters)\\.amazonaws\\.com',
  `${region}\\.(?:awsapprunner|elasticbeanstalk)\\.com`,
  '(?:cloudfront\\.net|amplifyapp\\.com|auth0\\.com|okta\\.com|oktapreview\\.com|onelogin\\.com|onmicrosoft\\.com|sharepoint\\.com|atlassian\\.net|jfrog\\.io|azurecr\\.io|my\\.salesforce\\.com|service-now\\.com|zendesk\\.com|slack\\.com|snowflakecomputing\\.com|visualstudio\\.com|app\\.github\\.dev)',
].map((ending) => new RegExp(`(?<![\\w.-])${labels}\\.${ending}(?![\\w-])`, 'gi'))

/** The first part of the path is the customer's. */
const pathPlaces: readonly RegExp[] = [
  new RegExp(`\\.dkr[.-]ecr(?:-fips)?\\.${region}\\.(?:amazonaws\\.com(?:\\.cn)?|on\\.aws)/([\\w./-]{1,256})`, 'g'),
  /(?<![\w.-])(?:public\.ecr\.aws|ghcr\.io|quay\.io|docker\.io)\/([\w./-]{1,256})/g,
  /(?<![\w.-])(?:dev\.azure\.com|app\.terraform\.io\/app|circleci\.com\/gh|hub\.docker\.com\/r)\/([\w.-]{1,100}(?:\/[\w.-]{1,100})?)/g,
]

/** The host of a URL, without its last label. */
const url = /\bhttps?:(?:\\?\/){2}(?:[^\s/@"'<>\\]{0,100}@)?((?:[\w-]{1,63}\.){1,6}[a-z]{2,24})(?![\w.-]*\w)/gi
/** The issuer in the ARN of an OIDC provider. */
const issuerOfArn = /(?::|%3A)oidc-provider(?:\/|%2F)([\w.-]{1,253}(?:\/[\w./-]{1,253})?)/gi

/** The part of a host that is registered: "quillhaven" of "git.quillhaven.io", "amazonaws" of "s3.cn-north-1.amazonaws.com.cn". */
function domainOf(labels: readonly string[]): string {
  const [third = '', second = ''] = labels.slice(-3, -1)
  return /^(?:co|com|org|net|ac|gov|edu)$/.test(second) && labels.length > 2 ? third : (labels.at(-2) ?? '')
}

/** Domains of providers and of documentation, which name no customer. Those of OIDC issuers come from the reference. */
const publicDomains: ReadonlySet<string> = new Set([
  ...`amazonaws amazon aws awsstatic amazoncognito awsapps cloudfront on github githubusercontent gitlab bitbucket hashicorp terraform pulumi google
  googleapis microsoft microsoftonline windows azure okta auth0 circleci kubernetes docker npmjs pypi python apache stackoverflow stackexchange
  serverfault wikipedia w3 xmlsoap oasis-open json-schema example localhost slack atlassian datadoghq newrelic`.split(
    /\s+/,
  ),
  ...oidcIssuers.map(({ issuer }) => domainOf((issuer.split('/')[0] ?? '').split('.'))),
])

/** The labels of customers in the host names of a text. */
export function hostNames(text: string): readonly string[] {
  const found = [...ownPlaces, ...pathPlaces].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, name]) => name ?? ''),
  )
  for (const [, host = ''] of text.matchAll(url)) found.push(ownLabels(host))
  for (const [, address = ''] of text.matchAll(issuerOfArn)) {
    const known = oidcIssuer(address)
    if (known)
      found.push(...[...namesInIssuer(known, address)].flatMap(([hole, name]) => (hole === '<REGION>' ? [] : [name])))
    else found.push(ownLabels(address.split('/')[0] ?? ''))
  }
  return found
}

/** Products that companies host themselves: a label that names one names no company. */
const products = new Set(
  'www api git gitlab github jenkins minio ceph vault nexus artifactory sonar sonarqube grafana kibana argocd rancher keycloak sso login wiki jira confluence internal intranet'.split(
    ' ',
  ),
)

/** The host without its last label and without products; nothing where its domain belongs to a provider. */
function ownLabels(host: string): string {
  const all = host.toLowerCase().split('.')
  if (storeHost.test(host) || publicDomains.has(domainOf(all))) return ''
  return all
    .slice(0, -1)
    .filter((each) => !products.has(each))
    .join('.')
}
