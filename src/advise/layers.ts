import { isAccountId, parseArn } from '../iam/index.ts'
import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { regionClue } from './region-clue.ts'
import { shellWord } from './shell-word.ts'
import type { Asked, Evaluated } from './situation.ts'

const told = messagesOf('layers', {
  region: 'Compare the Regions of the layer and of the function',
  regionText:
    'A function can’t use a layer of another Region, and AWS then denies it with the same message. This layer is in {{region}}. If the function is created elsewhere, use the layer’s ARN of that Region: its owner may have published it there as well.',
  otherRegionText:
    'A function can’t use a layer of another Region, and AWS then denies it with the same message. This layer is in {{region}}, and what you pasted names {{other}}. Use the layer’s ARN of {{other}}: its owner may have published it there as well.',
  otherRegionTextForOthers:
    'A function can’t use a layer of another Region, and AWS then denies it with the same message. This layer is in {{region}}.',
  share: 'Ask the layer’s owner to share this version',
  shareText:
    'The owner runs this for the version. A layer is shared with a whole account, not with one user or role, and each version by itself.',
  version: 'Name the layer’s version yourself',
  versionText:
    'The owner of a layer can share lambda:GetLayerVersion only, so a plugin or a script can’t look up the newest version from another account. Write the ARN with the number of the version, as the owner publishes it.',
})

/** Is the call about a layer of Lambda that belongs to another account? */
export const isForeignLayer = ({ asked }: { readonly asked: Asked }): boolean =>
  asked.crossAccount && asked.service === 'lambda' && /:layer:/.test(asked.request.resource)

/**
 * What to check before the owner of a layer is asked, and what the owner does then.
 * https://docs.aws.amazon.com/lambda/latest/dg/adding-layers.html,
 * https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html (2026-11-30)
 */
export function layerSteps({ asked, given }: Evaluated): readonly [Step, Step] {
  const { region = '', resource = '', account = '' } = parseArn(asked.request.resource) ?? {}
  const [, name, version] = /^layer:([^:]+):(\d+)$/.exec(resource) ?? []
  const other = regionClue(given.paste, 'lambda')
  const arn = name === undefined || !isAccountId(account) ? undefined : asked.request.resource.replace(/:\d+$/, '')
  return [
    {
      title: told('region'),
      text:
        other === undefined || other === region
          ? told('regionText', { region })
          : told('otherRegionText', { region, other }),
      owner: 'caller',
    },
    {
      title: told('share'),
      text: told('shareText'),
      owner: 'resource owner',
      command: `aws lambda add-layer-version-permission --layer-name ${shellWord(arn, '<LAYER_ARN>')} --version-number ${version ?? '<VERSION>'} --statement-id <STATEMENT_ID> --action lambda:GetLayerVersion --principal ${asked.caller.account ?? '<ACCOUNT_ID>'}`,
    },
  ]
}

/** What works instead of looking for versions of someone else's layer. */
export const versionStep: Step = { title: told('version'), text: told('versionText'), owner: 'caller' }
