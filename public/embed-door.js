// `?embed` leads to the document for frames. A classic script, because in a frame without an origin no module starts.
if (new URLSearchParams(location.search).has('embed')) location.replace(`./embed.html${location.hash}`)
