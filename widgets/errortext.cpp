// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/errortext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

namespace assay::ui {

namespace {

struct Sentences
{
    const char *code;
    const char *sentence; ///< %1, %2 … are the arguments; nullptr: the message as it came
    const char *advice;
};

const Sentences table[] = {
    {"cancelled", QT_TRANSLATE_NOOP("Errors", "Cancelled."), nullptr},
    {"unexpected", QT_TRANSLATE_NOOP("Errors", "The work ended unexpectedly: %1."),
     QT_TRANSLATE_NOOP("Errors",
                       "Nothing was changed. Try again; if it happens again, report it with the text above.")},
    {"unreadable_file", nullptr, QT_TRANSLATE_NOOP("Errors", "Check that the file exists and that you may read it.")},
    {"is_directory", nullptr, QT_TRANSLATE_NOOP("Errors", "Choose a file inside the folder.")},
    {"empty_file", nullptr, QT_TRANSLATE_NOOP("Errors", "Choose a file with at least a header and one row.")},
    {"binary_file", nullptr,
     QT_TRANSLATE_NOOP("Errors",
                       "CSV, TSV, JSON, JSON Lines and Parquet can be read; export the data as one of them.")},
    {"ragged_rows", nullptr,
     QT_TRANSLATE_NOOP("Errors", "Choose another delimiter in the import sheet, or mend the line in the file.")},
    {"bad_encoding", nullptr, QT_TRANSLATE_NOOP("Errors", "Choose another encoding in the import sheet.")},
    {"target_missing", nullptr,
     QT_TRANSLATE_NOOP("Errors", "Choose another target, or a file in which it is filled in.")},
    {"one_class", nullptr, QT_TRANSLATE_NOOP("Errors", "Choose a target with at least two different values.")},
    {"too_few_rows", nullptr, QT_TRANSLATE_NOOP("Errors", "Use fewer folds or a larger share of rows.")},
    {"no_features", nullptr, QT_TRANSLATE_NOOP("Errors", "Drop fewer columns.")},
    {"store_locked", nullptr,
     QT_TRANSLATE_NOOP("Errors", "Another program is writing to the store. Try again in a moment.")},
    {"store_full", nullptr, QT_TRANSLATE_NOOP("Errors", "Make room on the disk, then try again.")},
    {"store_read_only", nullptr, QT_TRANSLATE_NOOP("Errors", "Open a store in a folder you may write to.")},
    {"store_damaged", nullptr,
     QT_TRANSLATE_NOOP("Errors", "The store is shown as far as it can be read. Restore a backup.")},
    {"store_newer", nullptr, QT_TRANSLATE_NOOP("Errors", "Update Assay to open this store.")},
    {"unknown_run", nullptr,
     QT_TRANSLATE_NOOP("Errors", "It may have been deleted in another window. Look at the runs.")},
    {"artifact_damaged", nullptr, QT_TRANSLATE_NOOP("Errors", "Run it again to make the file anew.")},
    {"too_few_models", nullptr, QT_TRANSLATE_NOOP("Errors", "Choose at least two runs.")},
    {"different_tasks", nullptr, QT_TRANSLATE_NOOP("Errors", "Compare runs of one task with each other.")},
    {"no_common_rows", nullptr, QT_TRANSLATE_NOOP("Errors", "Compare runs that were tested on the same rows.")},
    {"no_common_columns", nullptr, QT_TRANSLATE_NOOP("Errors", "Choose two files with columns of the same names.")},
};

const Sentences *find(const Error &error)
{
    for (const Sentences &row : table) {
        if (error.code == row.code)
            return &row;
    }
    return nullptr;
}

} // namespace

QString errorText(const Error &error)
{
    const Sentences *known = find(error);
    if (!known || !known->sentence)
        return QString::fromStdString(error.message);
    QString text = QCoreApplication::translate("Errors", known->sentence);
    for (const std::string &argument : error.arguments)
        text = text.arg(QString::fromStdString(argument));
    return text;
}

QString errorPlace(const Error &error)
{
    QStringList parts;
    if (!error.file.empty())
        parts.append(QFileInfo(QString::fromStdString(error.file)).fileName());
    if (error.line > 0)
        parts.append(QCoreApplication::translate("Errors", "line %1").arg(error.line));
    if (!error.column.empty())
        parts.append(QCoreApplication::translate("Errors", "column %1").arg(QString::fromStdString(error.column)));
    return parts.join(QStringLiteral(", "));
}

QString errorAdvice(const Error &error)
{
    const Sentences *known = find(error);
    return known && known->advice ? QCoreApplication::translate("Errors", known->advice) : QString();
}

} // namespace assay::ui
