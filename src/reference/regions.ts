/** Every Region and partition that AWS names in its documentation. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const regions: ReadonlySet<string> = new Set(
  `us-east-1 us-east-2 us-west-1 us-west-2 af-south-1 ap-east-1 ap-east-2 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2
  ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ap-northeast-1 ap-northeast-2 ap-northeast-3 ca-central-1 ca-west-1
  eu-central-1 eu-central-2 eu-west-1 eu-west-2 eu-west-3 eu-north-1 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1
  mx-central-1 sa-east-1 us-gov-east-1 us-gov-west-1 cn-north-1 cn-northwest-1 us-iso-east-1 us-iso-west-1 us-isob-east-1 us-isob-west-1
  us-isof-south-1 us-isof-east-1 eu-isoe-west-1 eusc-de-east-1`.split(/\s+/),
)
const partitions: ReadonlySet<string> = new Set(
  'aws aws-cn aws-us-gov aws-iso aws-iso-b aws-iso-e aws-iso-f aws-eusc'.split(' '),
)

/** The partition of a Region, by how its name begins; those that begin like none of these are in "aws". */
const partitionOf: readonly (readonly [start: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['us-isof-', 'aws-iso-f'],
  ['eu-isoe-', 'aws-iso-e'],
  ['eusc-', 'aws-eusc'],
]

/** The partition that this Region belongs to. */
export const partitionOfRegion = (region: string): string =>
  partitionOf.find(([start]) => region.startsWith(start))?.[1] ?? 'aws'

/** Is it a Region that AWS has? */
export const isRegion = (text: string): boolean => regions.has(text)
/** The Region that a misspelt one probably means. */
export const regionNames: readonly string[] = [...regions]
/** Every partition that AWS has. */
export const partitionNames: readonly string[] = [...partitions]
/** Is it a partition that AWS has? */
export const isPartition = (text: string): boolean => partitions.has(text)
