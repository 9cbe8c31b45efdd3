import type { JSX } from 'preact'
import { CopyableText } from '../controls/CopyableText.tsx'
import { FileDrop } from '../controls/FileDrop.tsx'
import { Fold } from '../controls/Fold.tsx'
import { exampleCaller, examplePolicy, exampleTrail } from './example.ts'
import type { Store } from './store.ts'

const copyTrail =
  'aws s3 sync s3://<BUCKET_NAME>/AWSLogs/<ACCOUNT_ID>/CloudTrail/<REGION>/2026/ trail/ --exclude "*-Digest/*"'

/** Opens trails and the example. */
export function Opener({ store, site }: { readonly store: Store; readonly site: string }): JSX.Element {
  return (
    <FileDrop
      label="Open trails"
      lead={
        <>
          Drop CloudTrail files or a folder of them here. The output of{' '}
          <code class="wd-code">aws cloudtrail lookup-events</code> and JSON from Security Lake work, too. Files can be
          of any size and compressed with gzip or zip. Nothing leaves your browser, and nothing is stored.
        </>
      }
      onFiles={(files) => void store.open({ ask: 'open', files })}
      onExample={async () => {
        await store.open({ ask: 'open-texts', texts: [exampleTrail] })
        await store.choose(exampleCaller)
        store.pasted.value = examplePolicy
      }}
    >
      <Fold summary="How do I get these files?">
        <p>
          If a trail writes to a bucket, copy the part that you need. It only reads from the bucket. Take at least as
          many days as your rarest job needs:
        </p>
        <CopyableText text={copyTrail} label="Copy" />
        <p>
          For very large logs, run <code class="wd-code">npx whydenied used trail/</code>.{' '}
          <a href={`${site}tools/command-line/`}>The command line</a> gives the same answers.
        </p>
      </Fold>
    </FileDrop>
  )
}
