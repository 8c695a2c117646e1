<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name></name>
    <message>
        <source>Demographic parity difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demographic parity ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equalized odds difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equalized odds ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal opportunity difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictive parity difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disparate impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistical parity difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average odds difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theil index</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work ended unexpectedly: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Try again; if it happens again, report it with the text above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file inside the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file with at least a header and one row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, TSV, JSON, JSON Lines and Parquet can be read; export the data as one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another delimiter in the import sheet, or mend the line in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another encoding in the import sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another target, or a file in which it is filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a target with at least two different values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer folds or a larger share of rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop fewer columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to the store. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a store in a folder you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is shown as far as it can be read. Restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Assay to open this store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been deleted in another window. Look at the runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it again to make the file anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least two runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare runs of one task with each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare runs that were tested on the same rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two files with columns of the same names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>&lt; 0.1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of rows whose predicted class is the true one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area under the precision-recall curve: mean precision over all recalls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model that ignores the features. What does not beat it has learnt nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared distance of the probability from what happened; lower is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether 70 % means 7 times in 10. The expected calibration error (ECE) measures how far it does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range of values that go with the data; here at 95 % unless something else is said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demographic parity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every group is selected at the same rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disparate impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection rate of the others over that of the privileged group; under 0.8 is often called adverse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of today is distributed unlike the data a model learnt from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equalized odds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every group has the same rates of true and of false positives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name under which runs are gathered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the k parts of the rows, tested once while the others are learnt from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holdout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows kept from learning, to test on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leakage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column that knows the answer and will not be there when it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean surprise at what happened; lower is better, and certainty that is wrong costs most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of those predicted positive, the share that are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex, age, origin and the like: what fairness is judged by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Population stability index: how far a distribution moved; above 0.2 is much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of those that are positive, the share that was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance that a positive row gets a higher score than a negative one; 0.5 is guessing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One training with all that is needed to do it again: data, split, seed, parameters, machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapley value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A feature&apos;s fair share of one prediction; all shares and the base value add up to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file runs are kept in, with a folder of artifacts beside it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::app::ReportText</name>
    <message>
        <source>undefined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (privileged)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disparity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demographic parity difference, over all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demographic parity ratio, over all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equalized odds difference, over all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal opportunity difference, over all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictive parity difference, over all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disparate impact, against the privileged group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistical parity difference, against the privileged group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average odds difference, against the privileged group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theil index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1; “%2” is taken as the privileged group, the one given or else the one selected most often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fairness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What drives predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tree SHAP, following the cover of training rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear SHAP, against the training means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permutation importance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1, on %2 rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retrain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go back to experimenting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 rows) against %3 (%4 rows): %5 of the columns drifted. Advice by that share: %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 columns that moved most, of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings about the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 rows, %3 columns, %4 duplicate rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stood out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by Assay. Everything here was computed on one machine from local files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeLong for AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wilson for shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bootstrap else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <comment>two models</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeLong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paired bootstrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 against %2 rows</source>
        <comment>discordant</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best of each row is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervals of 95 %: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes are decided at a score of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paired comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>McNemar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both models of a pair are judged on the rows they share. P-values are adjusted by Holm&apos;s method for the number of pairs; those below 0.05 are marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tested on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data was recorded for these runs: their predictions came from elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs between the runs is marked; a dash means that the model has no such parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same data, parameters and seed give the same numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Git commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, with uncommitted changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 % interval %3 to %4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeLong&apos;s test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 to %3; %4, %5 on %6 shared rows</source>
        <comment>difference, low, high, test, p, rows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its lead over %1 is unlikely to be chance (difference %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its lead over %1 may be chance (difference %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the rate of “%2” by %3</source>
        <comment>ratio, group, attribute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1, everyone else is selected at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between %1 and %2, %3 of %4 columns drifted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is undefined for these runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is best of %2 models: %3 %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reaches %2 %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>model, warning</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::app::Workbench</name>
    <message>
        <source>These runs learned from different data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs were split or tested differently; only the rows they share are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs used different seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs predict different targets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui</name>
    <message>
        <source>Yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two values, such as true and false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts and other numbers without a fraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of a few names; becomes a feature for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free text and identifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loan applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gets a loan? Two outcomes, with sex and age as protected columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary · fairness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>House prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is a house worth? A number to predict from size, place and age.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loans, a year later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same columns from another year: has the data moved away from what models learnt?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::AttributionRowsModel</name>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row of the data, counted from 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ChartDataDialog</name>
    <message>
        <source>Data of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ChartExport</name>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy as picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy d&amp;ata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save data as CS&amp;V…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show data &amp;table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ChartTabs</name>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ChartText</name>
    <message>
        <source>Importance of features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean loss of score when shuffled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean absolute contribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No feature was explained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters most: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 features are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contribution of each feature, row by row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contribution to %1, row by row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contribution to the prediction (log-odds, or units of the target)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This method explains no single rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One point a feature and row, to the right where it raised the prediction, coloured by the feature&apos;s value; %1 rows of %2. %3 moves predictions most, from %4 to %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1: from the average to this prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1: from the average to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction (log-odds, or units of the target)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>feature, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(missing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n other features</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>average %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the average %1 to %2 for this row; the largest step is %3 (%4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undefined for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 to %3) for %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <comment>metric, figures</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area under the ROC curve:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average precision:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prevalence %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance is the prevalence, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean score of a bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of positives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perfect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected calibration error:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the diagonal, scores mean what they say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of rows, best scores first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of positives found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the best fifth of the rows are found, of all positives, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted against true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True values and predictions run from %1 to %2; mean error %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2 after %3 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No points yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last value: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the true class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 rows are right (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are false alarms, %2 are missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values from %2 to %3, median %4, middle half %5 to %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values, %2 distinct, most often “%3” (%4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kolmogorov–Smirnov test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normed Wasserstein distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chi-square test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jensen–Shannon distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, limit %3</source>
        <comment>test, score, threshold</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drifted (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not drifted (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSI %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new categories.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Movement of each column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jensen–Shannon distance, 0 same to 1 apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not drifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 columns drifted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 moved most (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 that moved most are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a rate, an attribute</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undefined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is undefined in every group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs from %2 (%3, %4 rows) to %5 (%6, %7 rows), a gap of %8 points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lowest is %1 of the highest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>coordinates</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>axis title, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matthews correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KS statistic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected calibration error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean absolute percentage error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision, macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision, micro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision, weighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall, macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall, micro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall, weighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1, macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1, micro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1, weighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC AUC, one-vs-rest, macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC AUC, one-vs-rest, weighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC AUC, one-vs-one, macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the last two of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ChartView</name>
    <message>
        <source>Chart menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or save this chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ColumnChooser</name>
    <message>
        <source>Find a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ComparePage</name>
    <message>
        <source>Compare runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One HTML file about these runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics of the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters of the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comparison takes at least two runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select 2 to 8 runs in the runs table, then press Compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comparison takes at most eight runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are too many to tell apart by colour. Select up to 8 of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These runs cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in common; p values are adjusted for the number of comparisons.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, trained %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin as baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fairness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision–recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ComparisonMetricsModel</name>
    <message>
        <source>%1 (Holm)</source>
        <comment>p value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 − %2 on the same rows: %3, 95 % interval %4, %5 by %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paired bootstrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there a difference at all?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>difference, p value</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ComparisonParamsModel</name>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::DocumentTabs</name>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::DriftModel</name>
    <message>
        <source>%1 → %2</source>
        <comment>before, after</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2; the threshold is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New values: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kolmogorov–Smirnov p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chi-square p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proportions p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wasserstein distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jensen–Shannon distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Drifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ Stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jensen–Shannon distance, 0 the same to 1 nothing in common; does not grow with the number of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Population stability index; above 0.2 is usually taken for a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the test that decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::DriftPage</name>
    <message>
        <source>Drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with another file; dropping it anywhere on the page does the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns by movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 rows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the data a model was trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the second file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then drop the data of today: every column of both is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is compared column by column with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 against %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 columns drifted (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Train again on newer data before you trust the model’s figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 This is hardly the same population: question the data and the model, not only its parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Nothing to do yet; look at those columns again with the next data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The data still looks like the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::EmptyPane</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · about %2 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ExplainTab</name>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best for the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree SHAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear SHAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permutation importance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows to explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most this many test rows, evenly spaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: choose one to see why it got its score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is explained yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model to explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a finished run keeps its model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explaining predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer rows take less time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The predictions cannot be explained this way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows in %2</source>
        <comment>number of rows, duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest deviation of base value and attributions from the model’s margin: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect by row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::FairnessMeasuresModel</name>
    <message>
        <source>Everyone else against “%1” (AIF360)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over all groups (fairlearn)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below four fifths · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value if all groups were treated alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::FairnessTab</name>
    <message>
        <source>Selection rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Privileged group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Char&amp;t shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures of fairness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definitions of fairness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fairness is about two classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has another task; group metrics need a yes or no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column was kept with the predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again with a protected column marked on the train page: its groups are then compared here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing groups of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The groups cannot be compared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::Format</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC AUC (one vs rest)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MCC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohen’s kappa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAPE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient boosting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random forest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::GroupModel</name>
    <message>
        <source>Undefined: the group has nobody to divide by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval by Wilson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>privileged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many rows of the test data the group has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share that is positive in truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share predicted positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share predicted right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True pos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True positive rate: share of the positives that is found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False pos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False positive rate: share of the negatives taken for positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of those predicted positive that is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well the scores rank within the group</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;From a file to a decision&lt;/h3&gt;&lt;ol&gt;&lt;li&gt;&lt;b&gt;Drop a file&lt;/b&gt; on the window, or press Ctrl+O. The import sheet shows 200 rows as written and as read; change delimiter, decimal mark or the kind of a column until both agree. &lt;i&gt;Import&lt;/i&gt;.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Look at the profile.&lt;/b&gt; Missing values, distributions and warnings; confirm what is to be predicted. &lt;i&gt;Choose models&lt;/i&gt;.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Train.&lt;/b&gt; Take the suggested set or choose models and parameters. Curves and the leaderboard fill while it works. &lt;i&gt;Compare&lt;/i&gt;.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Compare.&lt;/b&gt; Every difference comes with an interval and a test on the same rows.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Explain, fairness, drift.&lt;/b&gt; What drives a prediction, who is treated differently, whether the data has moved.&lt;/li&gt;&lt;li&gt;&lt;b&gt;Report.&lt;/b&gt; One file anyone can open.&lt;/li&gt;&lt;/ol&gt;&lt;h3&gt;Good to know&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Ctrl+K finds every command by a few letters of its name.&lt;/li&gt;&lt;li&gt;&lt;i&gt;Edit › Copy as command&lt;/i&gt; gives the command line that does what the page shows.&lt;/li&gt;&lt;li&gt;Every run is kept as soon as it begins; there is nothing to save.&lt;/li&gt;&lt;li&gt;Another window or a command line may write to the same store; this window follows within a second.&lt;/li&gt;&lt;/ul&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ImportPage</name>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Every cell is shown as it was read, and under it as the file has it. Cells that do not fit the kind of their column become missing and are listed; nothing is changed silently.&lt;/p&gt;&lt;p&gt;File:&lt;br&gt;%1&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands between two cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether 0,9 or 0.9 is a number below one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether 03/04 is in April or in March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How letters beyond A to Z are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as n/k; -99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More texts that mean a missing value, with ; between them. Empty cells, NA, NaN, null, None and ? always do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First row is data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no header; columns are numbered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What cells show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells as read, and as written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells as written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells that do not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every cell fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) do not fit and become missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>delimiter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal mark %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::Inspector</name>
    <message>
        <source>Properties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Nothing more to say about this page.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a field to read what it does. F1 opens the help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::JobBoardModel</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  [%2, %3]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with its interval of %2 confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::JobsPane</name>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running. Imports, training and comparisons show here while they work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::LogPane</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens in this window is written here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::MainMenu</name>
    <message>
        <source>Menus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;port…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other &amp;tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;mples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in the navigator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+PgDown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+PgUp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel what runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look into the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drift…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+/</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Assay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::MainWindow</name>
    <message>
        <source>Assay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Assay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work is still running. Stop it and close? Finished runs are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.parquet *.gz);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores (*.db *.sqlite);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store %1 opens in a window of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Assay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two runs to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs two datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made from runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of all runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model to fill this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Assay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Assay %1&lt;/h3&gt;&lt;p&gt;A laboratory for comparing machine learning models on your own machine.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::MetricsModel</name>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::Navigator</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the navigator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ParamForm</name>
    <message>
        <source>more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ParamsModel</name>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::PreviewDelegate</name>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::PreviewModel</name>
    <message>
        <source>Written: %1
Read as missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1
Read as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. Click to read it as another kind.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ProblemsPane</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ProfileModel</name>
    <message>
        <source>Distribution of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Std. dev.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ProfilePage</name>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column that is to be predicted. Leakage and imbalance are judged against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;%1&lt;/p&gt;&lt;p&gt;%2, %3&lt;/p&gt;&lt;p&gt;Digest:&lt;br&gt;%4&lt;/p&gt;&lt;p&gt;The digest is of the content: the same data has the same digest wherever it lies.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most frequent values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (suggested)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiling %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) did not fit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::RejectedModel</name>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it does not fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::ReportPage</name>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison of models: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one HTML file that anyone can open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no finished run yet: train a model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 runs ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for protected columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first ticked run kept no protected column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rates of every group of the ticked columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training data of the first run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs in the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the report says on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC, precision–recall and calibration, or residuals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fairness by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xplanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What drives the predictions of each model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data &amp;profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns, missing values and warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drift against a second file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has the data changed since training?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::RunColumn</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::RunEditor</name>
    <message>
        <source>Why this run, and what came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the new tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No&amp;te</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Several names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(several)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::RunPage</name>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no predictions to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision–recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run kept neither predictions nor a metric that was logged more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One HTML file about this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fairness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts about the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs below this one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::RunSummary</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 rows, %3 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sha256 %2…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, with changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::RunsModel</name>
    <message>
        <source>Run %1 of experiment “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, best</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>experiment, number of runs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every word must occur in the name, model, experiment, a tag or a parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted runs stay here until they are purged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a dataset or open a sample, then train a model: its run appears here at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs cannot be sorted by “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the selected runs (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select 2 to 8 runs to compare them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n run(s); Undo brings them back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading runs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One HTML file about the selected runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, model, parameter or tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the deleted runs instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, note and tags of the selected runs, to be changed in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything about the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set or remove tags of the selected runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the run another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::SampleLoader</name>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::StartPage</name>
    <message>
        <source>Compare models. Defend the choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this machine: your data, your runs, your report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a dataset or open a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, TSV, JSON, JSON Lines or Parquet, also gzip-compressed. Click to choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Store:&lt;br&gt;%1&lt;/p&gt;&lt;p&gt;Runs are kept there as soon as they begin; there is nothing to save.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All runs in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::StoreEdits</name>
    <message>
        <source>Saving changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set tag “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove tag “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>delete %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>restore %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::Tables</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::TrainBoard</name>
    <message>
        <source>Leaderboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best first. Enter opens a run; choose several to compare only those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel training and what waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric of the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics of models that learn in rounds are drawn here while they train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1  ·  %n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>assay::ui::TrainModels</name>
    <message>
        <source>Train %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::TrainPage</name>
    <message>
        <source>Choose models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Models are trained one after another with the same split and seed, so that they are tested on the same rows.&lt;/p&gt;&lt;p&gt;Each is kept as a run from the moment it begins. What is cancelled is kept too, marked as such.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the suggested set of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A baseline and the models that usually do well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task and testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Train %n model(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare %n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1  ·  %2  ·  %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assay::ui::TrainSetup</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column that is to be predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of answer is learnt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class whose probability is predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tested on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rows are kept from learning, to test on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A random share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds, repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time by which rows are ordered, or the group that is never divided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A data set with the same columns, imported before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed, data and parameters give the same result to the last bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name under which these runs are gathered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns to use and to protect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use: the model may learn from it. Protected: fairness is judged by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (from the data)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n value(s); a task of two classes needs exactly two.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds no numbers, so no number can be predicted from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the data to test on first; then choose it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column can order the rows; choose another way to test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column is left to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
