// Compiles Stromkonto.sol through solc's standard JSON interface. Arguments: node_modules, source folder, output folder.
const fs = require('fs');
const path = require('path');

const [modules, source, output] = process.argv.slice(2);
const solc = require(path.join(modules, 'solc'));

const input = {
  language: 'Solidity',
  sources: {'Stromkonto.sol': {content: fs.readFileSync(path.join(source, 'Stromkonto.sol'), 'utf8')}},
  settings: {
    optimizer: {enabled: true, runs: 10000},
    // Besu and anvil both run it; newer instructions are not needed.
    evmVersion: 'paris',
    // Comments and paths must not change the bytecode.
    metadata: {bytecodeHash: 'none', appendCBOR: false},
    outputSelection: {'*': {'*': ['abi', 'evm.bytecode.object']}},
  },
};
const result = JSON.parse(solc.compile(JSON.stringify(input), {
  import: file => ({contents: fs.readFileSync(path.join(modules, file), 'utf8')}),
}));
for (const finding of result.errors || []) {
  console.error(finding.formattedMessage);
}
if ((result.errors || []).length > 0) {
  process.exit(1);
}
const contract = result.contracts['Stromkonto.sol'].Stromkonto;
fs.writeFileSync(path.join(output, 'Stromkonto.abi'), JSON.stringify(contract.abi, null, 2) + '\n');
fs.writeFileSync(path.join(output, 'Stromkonto.bin'), contract.evm.bytecode.object + '\n');
