// What axe-core finds on the page as it stands, once it is there itself.
async function findings() {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => {
    const places = nodes.map((node) => `${node.target.flat().join(' ')} ${node.failureSummary}`);
    return `${id}: ${places.join(' | ')}`;
  });
}
