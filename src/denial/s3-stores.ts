/**
 * Hosts of object stores that have an S3-compatible API and aren’t AWS, as each provider’s documentation of its endpoints names them
 * (read on November 28, 2026). AWS’s own tools print their denials in AWS’s words: only the host tells. To know another store, add a row.
 */
const stores: readonly (readonly [provider: string, ...hosts: readonly string[]])[] = [
  ['Cloudflare R2', 'r2.cloudflarestorage.com'],
  ['DigitalOcean Spaces', 'digitaloceanspaces.com'],
  ['Wasabi', 'wasabisys.com'],
  ['Backblaze B2', 'backblazeb2.com'],
  ['Storj', 'storjshare.io'],
  ['Scaleway', 'scw.cloud'],
  ['Akamai (Linode)', 'linodeobjects.com'],
  ['OVHcloud', 'cloud.ovh.net', 'cloud.ovh.us'],
  ['Yandex Cloud', 'storage.yandexcloud.net'],
  ['IBM Cloud', 'cloud-object-storage.appdomain.cloud'],
  ['Oracle Cloud', 'oraclecloud.com'],
  ['Tencent Cloud', 'myqcloud.com'],
  ['Huawei Cloud', 'huaweicloud.com', 'myhuaweicloud.com'],
  ['Outscale', 'outscale.com'],
  ['Exoscale', 'exo.io'],
  ['Vultr', 'vultrobjects.com'],
  ['Hetzner', 'your-objectstorage.com'],
  ['Contabo', 'contabostorage.com'],
  ['IDrive e2', 'idrivee2.com'],
  ['UpCloud', 'upcloudobjects.com'],
  ['IONOS', 'ionoscloud.com'],
  ['Tigris', 'storage.tigris.dev', 'storage.dev'],
  ['Filebase', 's3.filebase.com'],
  ['Selectel', 'storage.selcloud.ru'],
  ['VK Cloud', 'hb.bizmrg.com', 'vkcs.cloud'],
  ['NAVER Cloud', 'ncloudstorage.com'],
  ['DreamHost', 'dream.io'],
  ['NooBaa (OpenShift Data Foundation)', 's3.openshift-storage.svc'],
]

/** Does the text name the host of such a store? */
export const storeHost = new RegExp(
  String.raw`(?<![\w-])(?:${stores.flatMap(([, ...hosts]) => hosts.map((host) => host.replaceAll('.', String.raw`\.`))).join('|')})\b`,
)
