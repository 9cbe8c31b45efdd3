// Names of people in prose, where only words around them say that they are names.
import { isCommon, isNobody } from './words.ts'

const given = String.raw`(?:(?:Mc|Mac|De|Di|La|Le|Van|O’|O')?\p{Lu}\p{Ll}{1,40}(?:[-’']\p{Lu}?\p{Ll}{1,40})?)(?![\p{L}\p{N}])`
/** One to three capitalized words. */
const full = `(${given}(?: ${given}){0,2})`
const account = String.raw`([\p{L}\p{N}][\p{L}\p{N}_+=.@-]{1,99})`

/** Titles and roles before a person's name. */
const title =
  'developer|engineer|manager|boss|colleague|coworker|employee|contractor|consultant|admin|administrator|analyst|auditor|intern|teammate|customer|client|lead|director|accountant|controller|bookkeeper|operator|architect|CEO|CFO|CIO|CISO|CTO|Mr|Mrs|Ms|Dr|Herr|Frau|Señor|Señora|Mme'
/** Each expression's group is one name or several words of it. */
const places: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:${title})s?\.?,?(?: is| was|:)? [(“"]?${full}`, 'gu'),
  new RegExp(
    String.raw`\b(?:[Mm]y name is|I am|I[’']m|[Tt]his is|[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Tt]hanks|[Tt]hank you|[Cc]heers|[Rr]egards|[Gg]r(?:ü|ue)(?:ß|ss)e|[Ss]incerely|[Ss]oy|[Mm]e llamo|[Ii]ch bin|[Mm]ein Name ist|[Jj]e suis|[Jj]e m['’]appelle|[Mm]i chiamo|[Ss]ono|[Ss]ou|[Mm]eu nome é|[Cc]c|[Ff]rom|[Tt]o|[Bb]y|[Aa]uthor|[Cc]ommitter|[Oo]wner|[Cc]ontact|[Rr]eporter|[Aa]ssignee):?,?\s{1,4}["“]?${full}(?=[\s,.;:!?)”"<]|$)`,
    'gu',
  ),
  // "I asked Priya", "on behalf of Priya", "according to Priya"
  new RegExp(
    String.raw`\b(?:asked|told|pinged|emailed|messaged|contacted|spoke (?:to|with)|talked (?:to|with)|checked with|according to|on behalf of|[Rr]eported by|[Aa]ssigned to|[Rr]equested by|[Aa]pproved by|[Cc]reated by|[Ww]ritten by) ${full}`,
    'gu',
  ),
  // "Raghunathan, Priya" <…@…> and Priya Raghunathan <…@…>
  /"([^"<>\r\n]{2,80})"? ?<[\w.+-]{1,64}@/gu,
  new RegExp(String.raw`(${given}(?:,? ${given}){0,3}) ?<[\w.+-]{1,64}@`, 'gu'),
  // What follows a handle or a sign-in
  new RegExp(String.raw`\b(?:logged|signed) (?:in|on) (?:as|with) ["“‘${'`'}]?${account}`, 'giu'),
  /(?<![\w.@/-])@([A-Za-z][A-Za-z0-9_-]{2,38})(?![\w/@.-]*[\w/])/g,
  /\b([\p{L}][\p{L}\p{N}_.-]{1,60})['’]s (?:account|role|user|laptop|machine|computer|team|keys?|policy|session|access|permissions|profile|credentials|browser|manager)\b/gu,
  // The common log format: https://httpd.apache.org/docs/2.4/logs.html#common
  /^[\da-f:.]{7,45} \S{1,64} ([\w.@-]{2,64}) \[\d\d\//gm,
  // Logs of sign-ins and the hosts that write them: https://www.rfc-editor.org/rfc/rfc3164
  /\b(?:Accepted|Failed) \w{1,20} for (?:invalid user )?([\w.@-]{1,64}) from /g,
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d ([\w.-]{1,64}) /gm,
  // Prompts of shells, and Windows domains. Capitals before \n, \r, or \t are a line that ends, not a domain.
  /^\[?([\w.-]{1,64}@[\w.-]{1,64})[: ][^\r\n$#]{0,120}[$#] /gm,
  /(?<![\w\\:/])([A-Z][A-Z0-9-]{1,14}\\{1,2}(?![nrt]|u[0-9a-f]{4})[A-Za-z][\w.-]{1,64})(?![\\\w])/g,
  /\b(?:user(?:name)?|login|logged in as|account)["'\s:=]{1,4}([A-Z][A-Z0-9-]{1,14}\\{1,2}[A-Za-z][\w.-]{1,64})(?![\\\w])/gi,
]

/** A first and a last name, anywhere in the text: two capitalized words that no one else uses. */
const pair = new RegExp(String.raw`(?<![\p{L}\p{N}.])(?=(${given}) (${given}))`, 'gu')

/** Words of messages and of greetings that are capitalized without being names. */
const capitalized = new Set(
  `access denied amazon aws explicit deny block public error exception failed failure unauthorized forbidden unable could not please sorry hi hello hey
  dear team all everyone everybody there folks thanks thank best kind warm regards cheers sincerely request requests response status code message
  service control policy policies boundary permission permissions identity center security token console management terraform cloud formation
  cloudformation kubernetes lambda dynamo cost explorer billing budgets usage reports report invoice invoices payment payments tax settings
  account accounts organization organizations administrator admin root user users group groups role roles region encoded authorization
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  the this that when where what why how who which if then but and or so we you they he she it our your my i in on at by for from to with of no yes
  lake formation step functions key vault data pipeline parameter store secrets manager systems certificate private authority virtual elastic
  simple storage queue notification email relational database container registry kubernetes cluster load balancer balancing transit gateway
  direct connect global accelerator route web application firewall shield guard inspector detective macie audit config trail watch logs insights
  event bridge batch code build commit deploy pipeline artifact star glue athena redshift quick sight bedrock sage maker rekognition translate
  comprehend polly transcribe connect pinpoint chime work spaces docs mail client vpn outposts snowball backup transfer family marketplace
  support trusted advisor health well architected tool savings plans reserved instance instances free tier conductor exports anomaly detection
  version statement effect action resource principal condition allow sid name names arn type value string number null true false
  premium subscription multi point points opted analyzer finding findings hub internal server bad gateway timeout not found conflict throttling expired invalid missing required unknown operation session credentials
  signature date time zone gmt utc github actions gitlab ci cd docker hub jenkins azure google microsoft windows linux mac ubuntu debian red hat
  pulumi ansible crossplane atlantis spacelift argo flux helm karpenter spinnaker
  java python ruby node go rust powershell bash shell command line interface api sdk cli url id ids http https json yaml xml csv html`.split(
    /\s+/,
  ),
)

const isRare = (token: string): boolean => !isNobody(token) && !isCommon(token) && !capitalized.has(token.toLowerCase())

/** The names of people that a text mentions, token by token as they are written. */
export function peopleIn(text: string): readonly string[] {
  const found: string[] = []
  const tokensOf = (name: string): readonly string[] => [...name.matchAll(/[\p{L}\p{N}]+/gu)].map(([token]) => token)
  for (const pattern of places)
    for (const [, name = ''] of text.matchAll(pattern)) found.push(...tokensOf(name).filter(isRare))
  for (const [, first = '', last = ''] of text.matchAll(pair)) {
    const tokens = [...tokensOf(first), ...tokensOf(last)]
    if (tokens.every(isRare)) found.push(...tokens)
  }
  return found
}
