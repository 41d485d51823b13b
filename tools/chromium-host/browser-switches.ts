/** The switches that Chromium is started with: quiet, without network, without traces. */

/** Switches whose values are lists, so that several mentions add up. */
const lists = new Set(['disable-features', 'enable-features']);

const quiet = [
  'no-first-run',
  'no-default-browser-check',
  'no-startup-window',
  'disable-background-networking',
  'disable-client-side-phishing-detection',
  'disable-component-extensions-with-background-pages',
  'disable-component-update',
  'disable-default-apps',
  'disable-domain-reliability',
  'disable-extensions',
  'disable-field-trial-config',
  'disable-hang-monitor',
  'disable-infobars',
  'disable-prompt-on-repost',
  'disable-search-engine-choice-screen',
  'disable-sync',
  'disable-translate',
  'metrics-recording-only',
  'no-pings',
  'no-service-autorun',
  'password-store=basic',
  'use-mock-keychain',
  'disable-features=AimEnabled,AutofillServerCommunication,CertificateTransparencyComponentUpdater,DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,PaintHolding,PreconnectToSearch,Translate,WebRtcHideLocalIpsWithMdns,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,WebUIOmniboxPopup',
];

// Names resolve to nothing, so the proxy that all traffic must take cannot even be asked; addresses without names go there too.
const offline = [
  'host-resolver-rules=MAP * ~NOTFOUND',
  'proxy-server=http://offline.invalid:1',
  'proxy-bypass-list=<-loopback>',
  'force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  'disable-quic',
  'dns-prefetch-disable',
];

const traceless = [
  'disable-breakpad',
  'disable-crash-reporter',
  'disable-logging',
  'disk-cache-dir=/dev/null',
  'disk-cache-size=1',
  'media-cache-size=1',
  'disable-gpu-shader-disk-cache',
  'gpu-disk-cache-size-kb=0',
];

// A window behind another one must go on working, as Electron's do under test.
const awake = [
  'disable-background-timer-throttling',
  'disable-backgrounding-occluded-windows',
  'disable-renderer-backgrounding',
  'disable-back-forward-cache',
];

const steady = ['force-color-profile=srgb', 'enable-unsafe-swiftshader'];

export interface BrowserChoices {
  /** No window on a screen. */
  readonly headless: boolean;
  /** Keep Chromium's own sandbox. */
  readonly sandbox: boolean;
  readonly profile: string;
  /** The app's own switches (`app.commandLine`), `name` or `name=value`. */
  readonly extra: readonly string[];
}

function merge(switches: readonly string[]): string[] {
  const values = new Map<string, string | undefined>();
  for (const item of switches) {
    const equals = item.indexOf('=');
    const name = equals === -1 ? item : item.slice(0, equals);
    const value = equals === -1 ? undefined : item.slice(equals + 1);
    const before = values.get(name);
    values.set(name, lists.has(name) && before ? [before, value].join(',') : value);
  }
  return [...values].map(([name, value]) =>
    value === undefined ? `--${name}` : `--${name}=${value}`,
  );
}

/** The whole argument list for Chromium. */
export function browserSwitches(choices: BrowserChoices): string[] {
  return merge([
    ...choices.extra,
    ...quiet,
    ...offline,
    ...traceless,
    ...awake,
    ...steady,
    ...(choices.headless ? ['headless', 'force-device-scale-factor=1'] : []),
    ...(choices.sandbox ? [] : ['no-sandbox']),
    'remote-debugging-pipe',
    `user-data-dir=${choices.profile}`,
  ]);
}
