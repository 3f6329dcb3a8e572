// Opens models and tables as Camunda Modeler does and saves them: node save.js <from> <to>
import BpmnModdle from 'bpmn-moddle';
import DmnModdle from 'dmn-moddle';
import fs from 'node:fs';

const [from, to] = process.argv.slice(2);
const extension = (name, file) => JSON.parse(fs.readFileSync(`node_modules/${name}/resources/${file}.json`));
const bpmn = new BpmnModdle({
  camunda: extension('camunda-bpmn-moddle', 'camunda'),
  modeler: extension('modeler-moddle', 'modeler')
});

for (const file of fs.readdirSync(from)) {
  const moddle = file.endsWith('.bpmn') ? bpmn : new DmnModdle();
  const { rootElement, warnings } = await moddle.fromXML(fs.readFileSync(`${from}/${file}`, 'utf8'));
  if (warnings.length) {
    throw new Error(`${file}: ${warnings[0].message}`);
  }
  rootElement.exporterVersion = '5.50.1';
  fs.writeFileSync(`${to}/${file}`, (await moddle.toXML(rootElement, { format: true })).xml);
}
