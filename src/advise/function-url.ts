import type { NonEmpty } from '../text/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { shellWord } from './shell-word.ts'
import type { Situation } from './situation.ts'

const told = messagesOf('function-url', {
  title: 'The function’s policy doesn’t let this request to its URL in, or the request isn’t signed',
  half: 'What you pasted allows lambda:InvokeFunctionUrl only, and the URL needs lambda:InvokeFunction, too',
  halfForOthers: 'The permission for the function’s URL lacks lambda:InvokeFunction',
  text: 'Function URLs created since October 2025 need both lambda:InvokeFunctionUrl and lambda:InvokeFunction. The Lambda console and AWS SAM add both statements; the AWS CLI, CloudFormation, and Terraform add what they’re told.',
  see: 'See what the function’s policy allows',
  seeText:
    'It needs a statement for each of the two actions. If the function has aliases, the URL belongs to one of them: add --qualifier.',
  add: 'Add the statement that’s missing',
  addText:
    'Take the principal of the other statement: * for a URL with the auth type NONE, cloudfront.amazonaws.com with the distribution’s ARN for CloudFront, or an account, a user, or a role. In templates, that’s a second aws_lambda_permission or AWS::Lambda::Permission, with invoked_via_function_url or InvokedViaFunctionUrl.',
  sign: 'With the auth type AWS_IAM, sign the request',
  signText:
    'Sign it with Signature Version 4 for the service name lambda. In the function’s own account, the caller’s policies can allow both actions instead of the function’s.',
})

/** How much of a paste is searched. */
const mostText = 20_000

interface FunctionUrl {
  readonly title: Text
  readonly explanation: Text
  readonly steps: NonEmpty<Step>
}

/** A function URL that denied a request without naming its caller; undefined for any other denial. https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html (2026-11-30) */
export function functionUrl({ denial, given, stated }: Situation): FunctionUrl | undefined {
  if (denial.sentence?.id !== 'lambda-url-forbidden' || denial.principal !== undefined || stated.effect !== undefined)
    return undefined
  const text = given.paste.slice(0, mostText)
  const isHalf =
    /["']lambda:InvokeFunctionUrl["']/i.test(text) && !/["']lambda:(?:InvokeFunction|Invoke\*|\*)["']/i.test(text)
  const see: Step = {
    title: told('see'),
    text: told('seeText'),
    owner: 'resource owner',
    command: `aws lambda get-policy --function-name ${functionIn(text)} --query Policy --output text`,
  }
  const add: Step = { title: told('add'), text: told('addText'), owner: 'resource owner', command: addCommand(text) }
  const sign: Step = { title: told('sign'), text: told('signText'), owner: 'caller' }
  return {
    title: told(isHalf ? 'half' : 'title'),
    explanation: told('text'),
    steps: isHalf ? [add, see, sign] : [see, add, sign],
  }
}

const setting = (name: string): RegExp =>
  new RegExp(`\\b${name}["']?\\s{0,20}[:=]\\s{0,4}["']([^"'\\s]{1,300})["']`, 'i')
const [functionName, principal, sourceArn] = [setting('function_?name'), setting('principal'), setting('source_?arn')]

const functionIn = (text: string): string =>
  shellWord(/^[\w:-]+$/.exec(functionName.exec(text)?.[1] ?? '')?.[0], '<FUNCTION_NAME>')

function addCommand(text: string): string {
  const source = /^arn:[\w:/*-]+$/.exec(sourceArn.exec(text)?.[1] ?? '')?.[0]
  const of = source === undefined ? '' : ` --source-arn ${shellWord(source, '<SOURCE_ARN>')}`
  const who = shellWord(/^[\w.:/-]+$/.exec(principal.exec(text)?.[1] ?? '')?.[0], '<PRINCIPAL>')
  return `aws lambda add-permission --function-name ${functionIn(text)} --statement-id <STATEMENT_ID> --action lambda:InvokeFunction --principal ${who}${of} --invoked-via-function-url`
}
