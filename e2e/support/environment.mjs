// Where the browser and the sites are, as xtask tells it.

/** The site of the five articles; ends with a slash. */
export const SITE = required('SITE_URL');

/** How to start the browser: the machine's own, never a downloaded one, and quiet towards its maker. */
export const BROWSER = {
  executablePath: required('CHROME'),
  args: [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** The value of an environment variable that xtask sets. */
export function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; start this with \`cargo xtask browser\``);
  return value;
}
