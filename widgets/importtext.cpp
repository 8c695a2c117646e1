// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importtext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <vector>

namespace assay::ui {

namespace {

/// What importers say; the test holds this against them.
const char *const sentences[] = {
    QT_TRANSLATE_NOOP("ImportProblems", "Columns of texts are left out: %1."),
    QT_TRANSLATE_NOOP("ImportProblems", "The last row was not written to its end and is left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "The row has %1 cells where there are %2 columns: it is left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "The cell of column `%1` is no number: it is left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "The alias %1 of the model %2 is left out: its version %3 is not here."),
    QT_TRANSLATE_NOOP("ImportProblems", "The registered model %1 is left out: %2"),
    QT_TRANSLATE_NOOP("ImportProblems",
                      "The files of %1 runs, such as these, were not found here; their address is kept as the tag "
                      "mlflow.artifactUri. Name the folder that holds them and take the runs over again."),
    QT_TRANSLATE_NOOP("ImportProblems", "This is no file but a link or a device, and is left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "This file may not be read and is left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "This value is not in UTF-8; what could not be read is replaced by a mark."),
    QT_TRANSLATE_NOOP("ImportProblems", "This file is missing or cannot be read."),
    QT_TRANSLATE_NOOP("ImportProblems", "This file is longer than a value can be."),
    QT_TRANSLATE_NOOP("ImportProblems", "Edited here and changed at its source since, which is kept as it is here: "
                                        "%1."),
    QT_TRANSLATE_NOOP("ImportProblems", "The %1 of the model %2 was changed here and is kept: its source has another."),
    QT_TRANSLATE_NOOP("ImportProblems", "A quote begins in this row and never ends: the rest of the file is left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "No row of this file holds a number."),
    QT_TRANSLATE_NOOP("ImportProblems", "%1 more rows or cells are left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "This description cannot be read: %1."),
    QT_TRANSLATE_NOOP("ImportProblems", "This file cannot be read."),
    QT_TRANSLATE_NOOP("ImportProblems", "This is no id of a logged model; it is left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "This logged model, which the run %1 made, is not there."),
    QT_TRANSLATE_NOOP("ImportProblems", "The last line was not written to its end and is left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "This line is no point of a metric and is left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "%1 more such lines."),
    QT_TRANSLATE_NOOP("ImportProblems", "Summaries that are no scalars are left out: %1."),
    QT_TRANSLATE_NOOP("ImportProblems", "%1 points were logged again after a restart from an earlier step; they "
                                        "are kept apart, in series called `superseded/…`."),
    QT_TRANSLATE_NOOP("ImportProblems", "The length of a record is damaged: the rest of this file cannot be read."),
    QT_TRANSLATE_NOOP("ImportProblems", "The checksum of a record is wrong: it is left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "The file cannot be read: %1."),
    QT_TRANSLATE_NOOP("ImportProblems", "A record is no event: it is left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "Row %1 of the metrics is no JSON object: it is left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "The file cannot be read."),
    QT_TRANSLATE_NOOP("ImportProblems", "A record cannot be read: it is left out."),
    QT_TRANSLATE_NOOP("ImportProblems", "The checksum of a record is wrong: its block of 32 KiB is left out."),
};

struct Known
{
    const char *sentence = nullptr;
    QRegularExpression pattern = {};
};

/// Each sentence as what a text of it looks like, with its values caught in their order.
std::vector<Known> known()
{
    static const QRegularExpression place(QStringLiteral("\\\\%[1-9]"));
    std::vector<Known> all;
    for (const char *sentence : sentences) {
        const QString words = QRegularExpression::escape(QString::fromUtf8(sentence));
        const QString pattern =
            QRegularExpression::anchoredPattern(QString(words).replace(place, QStringLiteral("(.*)")));
        all.push_back({.sentence = sentence,
                       .pattern = QRegularExpression(pattern, QRegularExpression::DotMatchesEverythingOption)});
    }
    return all;
}

} // namespace

QString importProblemText(const QString &what)
{
    static const std::vector<Known> all = known();
    for (const Known &one : all) {
        const QRegularExpressionMatch match = one.pattern.match(what);
        if (!match.hasMatch())
            continue;
        const QString text = QCoreApplication::translate("ImportProblems", one.sentence);
        // All at once: a value may hold a sign that stands for another.
        switch (match.lastCapturedIndex()) {
        case 0:
            return text;
        case 1:
            return text.arg(match.captured(1));
        case 2:
            return text.arg(match.captured(1), match.captured(2));
        default:
            return text.arg(match.captured(1), match.captured(2), match.captured(3));
        }
    }
    return what;
}

} // namespace assay::ui
