-- User tasks are called by the name of their form. Answers are kept by the task in which they were given: those of before under
-- the id that the task has now, as the program keeps those that come from processes that began before (FormerTaskIds).
update answer
set element = case form
    when 'ico-submit' then 'Task_IcoSubmit'
    when 'ico-acceptance' then 'Task_IcoAcceptance'
    when 'ico-answer' then 'Task_IcoAnswer'
    when 'ico-information' then 'Task_IcoInformation'
    when 'ico-outcome' then 'Task_IcoOutcome'
    when 'dpia-need' then 'Task_DpiaNeed'
    when 'dpia-nature' then 'Task_DpiaNature'
    when 'dpia-scope' then 'Task_DpiaScope'
    when 'dpia-context' then 'Task_DpiaContext'
    when 'dpia-purposes' then 'Task_DpiaPurposes'
    when 'dpia-consult' then 'Task_DpiaConsult'
    when 'dpia-necessity' then 'Task_DpiaNecessity'
    when 'atrs-record' then 'Task_AtrsRecord'
    when 'dpia-risks' then 'Task_DpiaRisks'
    when 'dpia-high-risk' then 'Task_DpiaHighRisk'
    when 'dpia-missing-advice' then 'Task_DpiaMissingAdvice'
    when 'dpia-weigh-objection' then 'Task_DpiaWeighObjection'
    when 'dpia-decide' then 'Task_DpiaDecide'
    when 'dpia-advise' then 'Task_DpiaAdvise'
    when 'ethics-advise' then 'Task_EthicsAdvise'
    when 'confirm-measure' then 'Task_ConfirmMeasure_Lead'
    end
where (form, element) in (
    ('ico-submit', 'Task_SubmitToIco'),
    ('ico-acceptance', 'Task_RecordAcceptance'),
    ('ico-answer', 'Task_RecordIcoAnswer'),
    ('ico-information', 'Task_SendInformation'),
    ('ico-outcome', 'Task_DecideOnConsultation'),
    ('dpia-need', 'Task_StateNeed'),
    ('dpia-nature', 'Task_DescribeNature'),
    ('dpia-scope', 'Task_DescribeScope'),
    ('dpia-context', 'Task_DescribeContext'),
    ('dpia-purposes', 'Task_DescribePurposes'),
    ('dpia-consult', 'Task_RecordConsultation'),
    ('dpia-necessity', 'Task_AssessNecessity'),
    ('atrs-record', 'Task_RecordAlgorithm'),
    ('dpia-risks', 'Task_AssessRisks'),
    ('dpia-high-risk', 'Task_AnswerHighRisk'),
    ('dpia-missing-advice', 'Task_ExplainMissingAdvice'),
    ('dpia-weigh-objection', 'Task_WeighObjection'),
    ('dpia-decide', 'Task_DecideOnDpia'),
    ('dpia-advise', 'Task_AdviseOnDpia'),
    ('ethics-advise', 'Task_AdviseOnEthics'),
    ('confirm-measure', 'Task_ConfirmOwnMeasure'));
