// As much style as the sections need to stand: the contenders are not made to carry the widget's.

export const style = `
:host { display: block; max-width: 42rem; margin: auto; font: 1rem/1.6 Georgia, serif }
article { display: flow-root }
h1, h2, h3 { line-height: 1.2 }
img { display: block; width: 100%; height: auto }
figure, blockquote { margin: 1rem 0 }
ul { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; list-style: none }
form { display: grid; gap: .75rem }
label { display: grid }
input, textarea, button { font: inherit; padding: .4rem .6rem }
[part=related] { min-height: 35rem }
.strip { overflow: hidden }
.row { display: flex; flex-wrap: nowrap; gap: 1rem; margin: 0 }
.card { flex: 0 0 16rem; min-width: 0 }
.card img { aspect-ratio: 16/9; object-fit: cover }
[aria-disabled=true] { opacity: .4 }
`;
