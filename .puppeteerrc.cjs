// The browser is found or installed by scripts/chromium/, so that the one already on the machine is preferred.
module.exports = { skipDownload: true }
