// Sets light or dark before the first paint. A file of its own, because the pages allow no scripts within them.
(() => {
  let scheme = 'auto';
  try {
    scheme = localStorage.getItem('rapport-scheme') || 'auto';
  } catch {
    // Without storage the system decides.
  }
  if (scheme === 'auto') scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
