// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/page.h"

class QDialog;
class QWidget;

/// The one place that knows which class shows what, so that the window need not include the pages.
namespace assay::ui::pages {

Page *start(Shell &shell);
Page *import(Shell &shell, const QString &path);
Page *profile(Shell &shell, const DatasetPtr &data);
Page *train(Shell &shell, const DatasetPtr &data, const QString &target);
/// @p parent: where it is going to be shown; giving every part of it another style later takes long.
Page *runs(Shell &shell, QWidget *parent = nullptr);
Page *run(Shell &shell, const tracking::RunId &run);
Page *compare(Shell &shell, const std::vector<tracking::RunId> &runs);
Page *drift(Shell &shell, const DatasetPtr &reference, const DatasetPtr &current);
/// At @p model where one is given.
Page *registry(Shell &shell, const QString &model);
void showModel(Page *registry, const QString &model);
Page *report(Shell &shell, const std::vector<tracking::RunId> &runs);
Page *metrics(Shell &shell, const std::vector<tracking::RunId> &runs);
Page *explore(Shell &shell, const tracking::RunQuery &query);
/// Those selected in a table of runs; none on other pages.
std::vector<tracking::RunId> selectedRuns(Page *page);
/// Calls @p then with them once they were read: there may be thousands.
void withSelectedRuns(Page *page, const std::function<void(const std::vector<tracking::RunId> &)> &then);
/// What was chosen on @p page, to be kept in the session; empty where nothing but its runs matters.
QString stateOf(Page *page);
void restoreState(Page *page, const QString &state);
/// A query as it is kept in the session.
QString textOf(const tracking::RunQuery &query);
tracking::RunQuery queryOf(const QString &text);
Page *takeOver(Shell &shell, const QString &path);

// Dialogs that delete themselves once they are closed.
/// Of @p selected runs, those that @p page shows where it is a table of runs, or all.
QDialog *exportRuns(Shell &shell, const std::vector<tracking::RunId> &selected, Page *page, QWidget *window);
QDialog *experiments(Shell &shell, const std::vector<tracking::RunId> &selected, QWidget *window);

} // namespace assay::ui::pages
