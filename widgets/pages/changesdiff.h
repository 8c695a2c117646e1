// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/models/linediff.h"
#include "widgets/shell.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace assay::ui {

/// The changes to the code that no commit had when runs were made: those of two runs laid over each other line by line,
/// or those of one where the other had none. Read off the window's thread. Hidden where no run has any.
class ChangesDiff : public QWidget
{
    Q_OBJECT
public:
    explicit ChangesDiff(Shell &shell, QWidget *parent = nullptr);

    void setRuns(const std::vector<tracking::RunDetails> &runs);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Colours;
    struct Side ///< what is known of a run's changes before they are read
    {
        tracking::RunId run = {};
        QString name = {}, digest = {}; ///< digest empty: it kept none

        bool operator==(const Side &) const = default;
    };
    struct Changes
    {
        QString text = {};
        int first = 0, second = 0; ///< lines that only one side has
    };

    static Result<Changes> read(const tracking::RunStore &store, const Side &first, const Side &second);
    const Side &side(const QComboBox *box) const;
    void load();
    void show(const Changes &changes, const Side &first, const Side &second);

    Shell &m_shell;
    std::vector<Side> m_sides;
    JobRunner m_load;
    QComboBox *m_first, *m_second;
    QLabel *m_summary;
    QPlainTextEdit *m_text;
    Colours *m_colours;
};

} // namespace assay::ui
