<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
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
</TS>
