declare module 'proxy-from-env' {
  /** The proxy that the environment (`HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`) names for an address; empty for none. */
  export function getProxyForUrl(url: string): string;
}
