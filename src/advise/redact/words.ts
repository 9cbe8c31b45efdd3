// Words that never identify anyone, and words that identify someone only in the position of a name.

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))

/** Never replaced: policy elements, partitions, Regions, path elements and prefixes that AWS gives. In lower case. */
const neverNames = list(`
  allow deny effect action notaction resource notresource principal notprincipal condition statement version sid true false null
  aws cn gov arn amazonaws amazon com awsapps root anonymous unknown none awsreservedsso reserved service sso signin
  voclabs voc cancel cred
  us eu ap sa ca me af il mx east west north south central northeast southeast northwest southwest
  index stream stateexport object version objects home users hidden due to security reasons
  organizationaccountaccessrole awscontroltowerexecution username userid roleid
  localhost default example org net internal compute ec2
`)

/** Replaced only where a name stands: words of AWS's messages and of everyday English, prefixes of services, fields of events. In lower case. */
const common = list(`
  a an the is are was were be been has have had does do did not no nor and or but if of in on at to for from by with without as it its this
  that these those than then there here who whom which what when where why how may might can could cannot will would shall should must need
  needs want wants try tries tried use uses used using get gets got put puts call calls called make makes made see sees say says said new old
  any all each every some more most other another same one two first last only own so too also just still again because while until after
  before into out up down over under about between through against per via our your my their his her he she they we you i me him them us
  user users role roles group groups name names session sessions account accounts policy policies permission permissions boundary service
  services resource resources action actions request requests response error errors message access denied allowed authorized authorization
  identity based organization organizations control endpoint trust assume assumed federated perform explicit implicit key keys value values
  type types id ids arn region event events source time date day year log logs text file files path paths host ip address port url http https
  json yaml string number list object bucket buckets table tables queue topic function instance instances cluster volume database secret
  secrets token tokens admin data test read write create update delete run start stop build list describe tag tags public private local
  remote api app web site page home main master default system root node server client agent task job state status code reason owner
  department team project cost center billing finance support security network engineer developer operator manager
  s3 iam sts kms sqs sns rds ecs eks ecr ssm ce cur lambda dynamodb ec2 logs events glue athena backup batch budgets cloudtrail cloudwatch
  cloudformation cloudfront codebuild codecommit cognito config firehose guardduty kinesis rekognition route53 sagemaker secretsmanager states
  waf xray quicksight redshift savingsplans tax payments invoicing account freetier pricing bedrock
`)

/** True if only its position shows that this word is a name. */
export const isCommon = (token: string): boolean => token.length < 3 || common.has(token.toLowerCase())

/** True for what is left as it is everywhere: "2", "x", "us", "Allow". Longer numbers can be employee numbers. */
export const isNobody = (token: string): boolean =>
  neverNames.has(token.toLowerCase()) || /^(?:.|\d{1,4})$/u.test(token) || /^AWSServiceRole/.test(token)
